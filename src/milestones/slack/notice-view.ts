import { bold } from '../../slack/mrkdwn.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn } from '../milestone.ts';
import { laterMoves } from '../trend.ts';
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
      const from = milestone.open ? nameOf(scene, milestone.open.organizationId) : 'Somebody';
      const question = milestone.open?.content.dropped
        ? `${from} would give it up. Is that right for your organization?`
        : `${from} puts forward ${day}. Does that day work for your organization?`;
      return `${title}: ${question} Everybody sees your answer.`;
    }
    case 'owner':
      return `${title}: ${nameOf(scene, milestone.ownerOrganizationId)} looked after it and has left. Who takes it over? Anybody of the organizations that take part can be named, and until then any of them can say how it stands.`;
    case 'due':
      if (on && on < scene.today) {
        return `${title}: ${day} has passed. Done, or which day do you expect now? Either answer helps the others plan.`;
      }
      return on === scene.today
        ? `${title}: today is the day. Done, or which day do you expect?`
        : `${title}: ${day} is near. Done, or still then?`;
    case 'update': {
      const moved = laterMoves(milestone.forecasts);
      const calm = moved > 0 ? ' It moved lately; nobody minds, we plan around it.' : '';
      return `${title}: still ${day}?${calm}`;
    }
  }
}
