import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { inert } from '../../slack/mrkdwn.ts';
import type { Added } from '../add-milestone.ts';
import type { Dropped } from '../drop-milestone.ts';
import type { Answered } from '../endorse-milestone.ts';
import type { GivenDates } from '../give-dates.ts';
import type { Seen } from '../list-milestones.ts';
import { stillToSpeak } from '../milestone.ts';
import type { Reopened } from '../reopen-milestone.ts';
import type { Reported } from '../report-forecast.ts';
import type { Withdrawn } from '../withdraw-from-milestone.ts';
import { optimismWords } from './dates-view.ts';
import { encodePending, MILESTONES, type Pending } from './ids.ts';
import { milestoneMessage } from './milestone-view.ts';
import { dayWords, listed, namesOf, presentIn, type Scene, wholeDay } from './words.ts';

/** What has just happened, and then the milestone as it is now. */
export function addedMessage({ seen, outcome }: Added, scene: Scene): Message {
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
  return milestoneMessage(seen, scene, lead);
}

export function datesMessage(given: GivenDates, targetOn: string, scene: Scene): Message {
  const { seen, isComplete, optimistic } = given;
  const lead = isComplete
    ? 'Saved. That was the last answer: everybody sees all dates now, in the channel.'
    : seen.milestone.isCollecting
      ? `Saved. Nobody else sees it before ${namesOf(scene, seen.missing)} ${seen.missing.length === 1 ? 'has' : 'have'} answered.`
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
      ? 'Your objection is recorded. It stands until another date is put forward, or you take it back with `/partnership milestones withdraw TITLE`.'
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

export function reportedMessage({ seen, before, on }: Reported, scene: Scene): Message {
  const day = (date: string) => dayWords(date, scene.today);
  const waiting = seen.neededBy.map(({ title }) => `“${inert(title)}”`);
  const lead =
    on === before
      ? `Thank you: still ${day(on)}.`
      : `Thank you for saying so: ${day(on)} instead of ${day(before)}.${waiting.length > 0 ? ` What waits for it: ${waiting.join(', ')}.` : ''}`;
  return milestoneMessage(seen, scene, lead);
}

export function doneMessage(seen: Seen, scene: Scene): Message {
  const waits = seen.waitsFor.map(({ title }) => `“${inert(title)}”`);
  const which = waits.length === 1 ? 'which is not done' : 'which are not done';
  const lead = [
    'Done. I tell the channel, once.',
    ...(waits.length > 0 ? [`It was to wait for ${listed(waits)}, ${which}.`] : []),
    'Said by mistake? `/partnership milestones reopen TITLE` within a week.',
  ];
  return milestoneMessage(seen, scene, lead.join(' '));
}

export function reopenedMessage({ seen, was }: Reopened, scene: Scene): Message {
  const lead = {
    done: 'It is under way again, as it was before. What I said in the channel says so too.',
    dropped: seen.milestone.isCollecting
      ? 'It is back, and dates are collected as before.'
      : 'It is back. What had been put forward ended; a date can be put forward anew.',
  }[was];
  return milestoneMessage(seen, scene, lead);
}

export function droppedMessage({ seen, outcome }: Dropped, scene: Scene): Message {
  const lead =
    outcome === 'dropped'
      ? 'Given up. Its history stays, and `/partnership milestones reopen TITLE` brings it back.'
      : `Everybody agreed to it, so giving it up needs everybody’s yes too. ${nextStep(seen, scene)}`;
  return milestoneMessage(seen, scene, lead);
}

/** How a date in words was read, to be said yes to. */
export function confirmMessage(text: string, pendings: readonly Pending[]): Message {
  const [first] = pendings;
  const question =
    pendings.length === 1 && first
      ? `I read “${inert(text)}” as *${wholeDay(first.on)}*${endsWords(first)}. Is that right?`
      : `“${inert(text)}” can be read in ${pendings.length} ways. Which day do you mean?`;
  const how = 'Otherwise write it with day, month and year, such as `31 March 2027`.';
  return {
    text: `${question} ${how}`,
    blocks: [
      section(question),
      actions(
        pendings.map((pending, at) =>
          button({
            id: `${MILESTONES.confirm}.${at}`,
            text: pendings.length === 1 ? `Yes, ${wholeDay(pending.on)}` : wholeDay(pending.on),
            value: encodePending(pending),
            ...(pendings.length === 1 && { style: 'primary' as const }),
          }),
        ),
      ),
      context(how),
    ],
  };
}

function endsWords({ verb, words }: Pending): string {
  if (verb !== 'dates') return '';
  const [earliestOn, latestOn] = words.split('\n').slice(0, -1);
  return [
    ...(earliestOn ? [`, ${wholeDay(earliestOn)} at the earliest`] : []),
    ...(latestOn ? [`, ${wholeDay(latestOn)} at the latest`] : []),
  ].join('');
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
