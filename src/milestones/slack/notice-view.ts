import { bold } from '../../slack/mrkdwn.ts';
import { addDays } from '../../time/days.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn } from '../milestone.ts';
import { dailyReports, laterMoves } from '../trend.ts';
import { mayNotHold } from './milestone-buttons.ts';
import { colourSentence } from './reason-words.ts';
import { dayWords, nameOf, type Scene } from './words.ts';

/** One question, in the voice of somebody who plans around the answer (domain 14.4). */
export function askWords(
  what: 'dates' | 'due' | 'owner' | 'stance' | 'update' | 'window',
  seen: Seen,
  scene: Scene,
): string {
  const { milestone } = seen;
  const title = bold(milestone.title);
  const on = expectedOn(milestone);
  const day = on ? dayWords(on, scene.today) : '';
  switch (what) {
    case 'dates':
      return `${title}: which day would suit your organization, and what are the earliest and the latest? Nobody else sees your dates before all have answered.`;
    case 'window': {
      const own = seen.answers.find(({ organizationId }) => organizationId === scene.viewer);
      const said = own?.latestOn && on && own.latestOn < on ? own.latestOn : own?.earliestOn;
      const until = said && on && said < on ? 'until' : 'not before';
      return `${title} is expected on ${day} now; your organization had said ${until} ${said ? dayWords(said, scene.today) : ''}. Does the new day work, or which would? Everybody sees your dates.`;
    }
    case 'stance': {
      const { open } = milestone;
      const from = open ? nameOf(scene, open.organizationId) : 'Somebody';
      if (open?.content.dropped) {
        return `${from} would give up ${title}. Is that right for you? Everybody sees your answer.`;
      }
      const proposed = open ? dayWords(open.content.on, scene.today) : day;
      return `${title}: ${from} puts ${proposed} forward. Does that day work for your organization? Everybody sees your answer.`;
    }
    case 'owner':
      return `${title}: ${nameOf(scene, milestone.ownerOrganizationId)} looked after it and has left. Who takes it over? Anybody of the organizations that take part can be named, and until then any of them can say how it stands.`;
    case 'due':
      if (on && on < scene.today) {
        return `${title} was expected on ${day}. Done, or which day now?`;
      }
      return on === scene.today
        ? `${title}: today is the day. Done, or which day do you expect?`
        : `${title}: ${day} is near. Done, or still then?`;
    case 'update': {
      if (mayNotHold(seen)) return `${colourSentence(seen, scene)} Which day do you expect now?`;
      const moved = laterMoves(dailyReports(milestone.forecasts));
      const calm = moved > 0 ? ' It moved lately. Nobody minds, we plan around it.' : '';
      return `${title}: still ${day}?${calm}`;
    }
  }
}

const DAYS_OF_REST = 7;

/** Whether its owner said within a week when it comes: then they are not asked for a day again. */
export function hasJustAnswered({ milestone }: Seen, scene: Scene): boolean {
  // The first one is what all agreed to.
  const last = milestone.forecasts.slice(1).at(-1);
  return last !== undefined && addDays(last.reportedOn, DAYS_OF_REST) > scene.today;
}
