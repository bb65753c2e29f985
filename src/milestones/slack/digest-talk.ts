import type { Context } from '../../context.ts';
import { localDate } from '../../partnerships/calendar.ts';
import { addDays } from '../../partnerships/days.ts';
import { organizationById } from '../../partnerships/partnership.ts';
import { button } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { listMilestones, type Seen } from '../list-milestones.ts';
import { expectedOn, isOpen, ownersOf, stillToSpeak } from '../milestone.ts';
import { encodeAbout, MILESTONES } from './ids.ts';
import { datesButton, stanceButtons, updateButtons } from './milestone-view.ts';
import { count, dayWords, nameOf, namesOf, presentIn, reasonWords, type Scene } from './words.ts';

/** A line of the digest, in the shape that the digest asks for. */
type Line = {
  readonly slot: 'late' | 'at_risk' | 'due' | 'moved' | 'waiting' | 'agreed' | 'good';
  readonly weight: number;
  readonly text: string;
  readonly buttons?: ReturnType<typeof updateButtons>;
};

const SOON_DAYS = 14;

/** What milestones have to say to a coordinator: a constant number of queries, however many there are. */
export const milestonesDigest = {
  name: 'milestones',
  async lines(
    ctx: Context,
    { since, now }: { readonly since: Date; readonly now: Date },
  ): Promise<readonly Line[]> {
    const all = await listMilestones(ctx);
    const scene = sceneFor(ctx, now);
    const from = localDate(since, 'UTC');
    return all.flatMap((seen) => linesOf(seen, scene, from));
  },
};

function linesOf(seen: Seen, scene: Scene, since: string): readonly Line[] {
  const { milestone, assessment, missing } = seen;
  const title = bold(milestone.title);
  const day = (on: string | undefined) => (on ? dayWords(on, scene.today) : '');
  const open = button({
    id: `${MILESTONES.show}.0`,
    text: 'Open',
    value: encodeAbout({ milestoneId: milestone.id, version: 0, channelId: scene.channelId }),
    label: `Open ${milestone.title}`,
  });
  if (milestone.doneOn) {
    const isNews = milestone.doneOn >= since;
    return isNews ? [{ slot: 'good', weight: 1, text: `${title} is done.`, buttons: [open] }] : [];
  }
  if (!isOpen(milestone)) return [];
  const lines: Line[] = [];
  const present = presentIn(scene);
  const isOwn = ownersOf(milestone, present).includes(scene.viewer ?? '');
  const answer = isOwn ? updateButtons(seen, scene) : [open];
  const on = expectedOn(milestone);
  const reasons = reasonWords(seen, scene);
  const weight = assessment?.health === 'red' ? 2 : 1;
  if (assessment && on && on < scene.today) {
    lines.push({
      slot: 'late',
      weight: 3,
      text: `${title}: ${day(on)} has passed.${leftWords(seen, scene)}`,
      buttons: answer,
    });
  } else if (assessment?.health === 'red' || assessment?.health === 'amber') {
    const text = `${title} is ${assessment.health}: ${reasons.slice(0, 2).join('; ')}.${leftWords(seen, scene)}`;
    lines.push({ slot: 'at_risk', weight, text, buttons: answer });
  } else if (on && on <= addDays(scene.today, SOON_DAYS) && milestone.baselineOn) {
    lines.push({
      slot: 'due',
      weight: 2,
      text: `${title} is due on ${day(on)}.`,
      buttons: answer,
    });
  }
  const [last, before] = [milestone.forecasts.at(-1), milestone.forecasts.at(-2)];
  if (last && before && last.reportedOn >= since && last.forecastOn !== before.forecastOn) {
    const text = `${title} moved to ${day(last.forecastOn)}; it was ${day(before.forecastOn)}.`;
    lines.push({ slot: 'moved', weight: 1, text, buttons: [open] });
  }
  const silent = milestone.isCollecting ? missing : stillToSpeak(milestone, present);
  if (silent.length > 0) {
    const isUs = silent.includes(scene.viewer ?? '');
    const what = milestone.isCollecting ? 'dates' : 'yes';
    const text = `${title} waits for ${isUs ? `your ${what}` : `the ${what} of ${namesOf(scene, silent)}`}.`;
    const buttons = !isUs
      ? [open]
      : milestone.isCollecting
        ? [datesButton(seen, scene)]
        : stanceButtons(seen, scene);
    lines.push({ slot: 'waiting', weight: isUs ? 2 : 1, text, buttons });
  }
  if (milestone.agreedOn && milestone.agreedOn >= since) {
    const text = `${title} is agreed: ${day(milestone.baselineOn)}, ${count(milestone.contributors.length, 'organization')}.`;
    lines.push({ slot: 'agreed', weight: 1, text, buttons: [open] });
  }
  return lines;
}

function leftWords({ milestone }: Seen, scene: Scene): string {
  if (presentIn(scene).includes(milestone.ownerOrganizationId)) return '';
  return ` ${nameOf(scene, milestone.ownerOrganizationId)}, which looked after it, has left.`;
}

function sceneFor(ctx: Context, now: Date): Scene {
  const { partnership, member } = ctx;
  const viewer = member?.organizationId;
  const zone = member?.timeZone ?? organizationById(partnership, viewer ?? '')?.timeZone ?? 'UTC';
  return {
    organizations: partnership.organizations,
    channelId: partnership.channelIds[0] ?? '',
    viewer,
    today: localDate(now, zone),
  };
}
