import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { inert } from '../../slack/mrkdwn.ts';
import type { Added } from '../add-milestone.ts';
import type { Dropped } from '../drop-milestone.ts';
import type { Answered } from '../endorse-milestone.ts';
import type { MoveReason } from '../forecast.ts';
import type { GivenDates } from '../give-dates.ts';
import { lineFor } from '../line-for.ts';
import type { Seen } from '../list-milestones.ts';
import { stillToSpeak } from '../milestone.ts';
import type { Reported } from '../report-forecast.ts';
import type { Withdrawn } from '../withdraw-from-milestone.ts';
import { optimismWords } from './dates-view.ts';
import { milestoneMessage } from './milestone-view.ts';
import { dayWords, MOVE_WORDS, namesOf, presentIn, type Scene } from './words.ts';

/** What has just happened, and then the milestone as it is now. */
export function addedMessage({ seen, outcome }: Added, scene: Scene, isPublic = false): Message {
  const own = seen.answers.find(({ organizationId }) => organizationId === scene.viewer);
  const lead = {
    collecting: `Added. ${own ? `${dayWords(own.targetOn, scene.today)} is kept as what suits you. ` : ''}I ask ${
      namesOf(
        scene,
        seen.missing.filter((id) => id !== scene.viewer),
      ) || 'the others'
    } for their dates, without showing anybody’s, and tell you when all are in.`,
    proposed: `Added and put forward. ${nextStep(seen, scene)}`,
    draft: 'Added, without a date yet.',
  }[outcome];
  const isRead = isPublic && outcome === 'collecting' && own !== undefined;
  return milestoneMessage(seen, scene, isRead ? `${lead} ${READ_BY_OTHERS}` : lead);
}

/** A promise of silence would not be true of a line that stands in the channel. */
const READ_BY_OTHERS =
  'But the line you wrote stands in the channel, where others can read your date. You can delete it there; next time use the button *Give our dates*, or write to me in a direct message.';

export function datesMessage(
  given: GivenDates,
  targetOn: string,
  scene: Scene,
  isPublic = false,
): Message {
  const { seen, isComplete, optimistic } = given;
  const lead = isComplete
    ? 'Saved. That was the last answer: everybody sees all dates now, in the channel.'
    : seen.milestone.isCollecting
      ? `Saved. ${isPublic ? 'I show it to nobody' : 'Nobody else sees it'} before ${namesOf(scene, seen.missing)} ${seen.missing.length === 1 ? 'has' : 'have'} answered.${isPublic ? ` ${READ_BY_OTHERS}` : ''}`
      : 'Saved.';
  const between =
    optimistic && seen.milestone.isCollecting
      ? optimismWords(seen, targetOn, optimistic, scene)
      : undefined;
  const message = milestoneMessage(seen, scene, between ? `${lead}\n${between}` : lead);
  return { ...message, isSecret: true };
}

export function endorsedMessage({ seen, isAgreed, counts }: Answered, scene: Scene): Message {
  if (isAgreed) return milestoneMessage(seen, scene, 'Agreed: that was the last yes.');
  const lead = counts
    ? `Your yes is recorded. ${nextStep(seen, scene)}`
    : `Noted. Your organization named representatives who speak for it, so it still has to say yes through one of them. ${nextStep(seen, scene)}`;
  return milestoneMessage(seen, scene, lead);
}

export function proposedMessage({ seen, isAgreed }: Answered, scene: Scene): Message {
  return milestoneMessage(
    seen,
    scene,
    isAgreed ? 'Agreed.' : `Put forward. ${nextStep(seen, scene)}`,
  );
}

export function objectedMessage({ seen, counts }: Answered, scene: Scene): Message {
  return milestoneMessage(
    seen,
    scene,
    counts
      ? `Your objection is recorded. It stands until another date is put forward, or you take it back with ${lineFor('withdraw', seen.milestone.title)}.`
      : 'Noted as yours. Your organization named representatives; an objection of theirs would hold it up.',
  );
}

export function withdrawnMessage({ seen, what, isAgreed }: Withdrawn, scene: Scene): Message {
  if (isAgreed) {
    return milestoneMessage(
      seen,
      scene,
      'You took it back, and with that everybody has said yes: agreed.',
    );
  }
  return milestoneMessage(
    seen,
    scene,
    what === 'stance'
      ? `You took back what you had said. ${nextStep(seen, scene)}`
      : 'Your organization’s proposal is withdrawn.',
  );
}

export function reportedMessage(
  { seen, before, on }: Reported,
  scene: Scene,
  reason?: MoveReason,
): Message {
  const day = (date: string) => dayWords(date, scene.today);
  const waiting = seen.neededBy.map(({ title }) => `“${inert(title)}”`);
  const lead =
    on === before
      ? `Thank you: still ${day(on)}.`
      : `Thank you for saying so: ${day(on)} instead of ${day(before)}.${reason ? ` Why: ${MOVE_WORDS[reason]}.` : ''}${waiting.length > 0 ? ` What waits for it: ${waiting.join(', ')}.` : ''}`;
  return milestoneMessage(seen, scene, lead);
}

export function doneMessage(seen: Seen, scene: Scene): Message {
  return milestoneMessage(seen, scene, 'Done. I tell the channel, once.');
}

export function droppedMessage({ seen, outcome }: Dropped, scene: Scene): Message {
  const lead =
    outcome === 'dropped'
      ? 'Given up. Its history stays.'
      : `Everybody agreed to it, so giving it up needs everybody’s yes too. ${nextStep(seen, scene)}`;
  return milestoneMessage(seen, scene, lead);
}

export function inviting(text: string, label: string, id: string, value: string): Message {
  return {
    text,
    blocks: [section(text), actions([button({ id, text: label, value, style: 'primary' })])],
  };
}

function nextStep({ milestone }: Seen, scene: Scene): string {
  const waiting = stillToSpeak(milestone, presentIn(scene));
  return waiting.length > 0
    ? `It is agreed once ${namesOf(scene, waiting)} ${waiting.length === 1 ? 'has' : 'have'} said yes.`
    : '';
}
