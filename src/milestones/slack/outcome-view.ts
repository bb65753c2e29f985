import type { Button } from '@slack/types';
import type { Answered } from '../../agreements/answer.ts';
import { stillToSpeak } from '../../agreements/still-to-speak.ts';
import type { TakenBack } from '../../agreements/take-back.ts';
import type { Said } from '../../slack/agreeing.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { listed } from '../../slack/listed.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Added } from '../add-milestone.ts';
import type { Dropped } from '../drop-milestone.ts';
import type { MoveReason } from '../forecast.ts';
import type { GivenDates } from '../give-dates.ts';
import type { Seen } from '../list-milestones.ts';
import type { Reopened } from '../reopen-milestone.ts';
import type { Reported } from '../report-forecast.ts';
import { datesWords, optimismWords } from './answers-view.ts';
import {
  datesButton,
  openButton,
  planButton,
  proposeButton,
  reopenButton,
  withdrawButton,
} from './milestone-buttons.ts';
import { colourSentence } from './reason-words.ts';
import { outsideWords } from './window-words.ts';
import { count, dayWords, MOVE_WORDS, nameOf, namesOf, presentIn, type Scene } from './words.ts';

/** What has just happened and one next step; the milestone itself is a tap away. */
type Outcome = {
  readonly says: string;
  /** The same in the message that asked, where its buttons were. */
  readonly answered?: string;
  readonly next?: Button;
  readonly isSecret?: boolean;
};

function outcome(seen: Seen, scene: Scene, given: Outcome): Message {
  const { says, answered, next, isSecret = false } = given;
  const row = actions([...(next ? [next] : []), openButton(seen, scene)]);
  return {
    text: says,
    blocks: [section(says), row],
    isSecret,
    ...(answered && {
      answered: {
        text: answered,
        blocks: [context(answered), ...(next ? [actions([next])] : [])],
      },
    }),
  };
}

export function addedMessage(
  { seen, outcome: what }: Added,
  scene: Scene,
  isPublic = false,
): Message {
  const own = seen.answers.find(({ organizationId }) => organizationId === scene.viewer);
  const others = seen.missing.filter((id) => id !== scene.viewer);
  const title = bold(seen.milestone.title);
  if (what === 'collecting') {
    const kept = own ? `${dayWords(own.targetOn, scene.today)} would suit you: that is kept. ` : '';
    const says = `Added: ${title}. ${kept}I ask ${namesOf(scene, others) || 'the others'} for their dates, without showing anybody’s, and tell you when all are in.${own && isPublic ? ` ${READ_BY_OTHERS}` : ''}`;
    const isAsked = seen.missing.includes(scene.viewer ?? '');
    return outcome(seen, scene, {
      says,
      isSecret: own !== undefined,
      ...(isAsked && { next: datesButton(seen, scene) }),
    });
  }
  if (what === 'proposed') {
    const on = seen.milestone.open?.content.on;
    const by = on ? ` by *${dayWords(on, scene.today)}*` : '';
    const warning = outsideWords(seen, on, scene);
    const says = [`Added and put forward: ${title}${by}.`, nextStep(seen, scene), warning];
    return outcome(seen, scene, { says: says.filter(Boolean).join(' ') });
  }
  const next = proposeButton(seen, scene);
  return outcome(seen, scene, { says: `Added: ${title}, without a date yet.`, next });
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
  const isBlind = seen.milestone.isCollecting;
  const own = seen.answers.find(({ organizationId }) => organizationId === scene.viewer);
  const days = datesWords(own ?? { targetOn, earliestOn: undefined, latestOn: undefined }, scene);
  const who = `${namesOf(scene, seen.missing)} ${seen.missing.length === 1 ? 'has' : 'have'}`;
  const lead = isComplete
    ? 'That was the last answer: everybody sees all dates now, in the channel.'
    : isBlind
      ? `${isPublic ? 'I show it to nobody' : 'Nobody else sees it'} before ${who} answered.${isPublic ? ` ${READ_BY_OTHERS}` : ''}`
      : 'Everybody sees it.';
  const between = optimistic && isBlind ? [optimismWords(seen, targetOn, optimistic, scene)] : [];
  const said = [`You said: ${days}. ${lead}`, ...between].join('\n');
  return outcome(seen, scene, {
    says: `Saved for ${bold(seen.milestone.title)}. ${said}`,
    answered: said,
    isSecret: true,
    ...(between.length > 0 && { next: datesButton(seen, scene) }),
  });
}

/** What somebody said of the open version. */
export function saidMessage(seen: Seen, said: Said, scene: Scene): Message {
  switch (said.kind) {
    case 'endorse':
      return endorsedMessage(seen, said, scene);
    case 'object':
      return objectedMessage(seen, said, scene);
    case 'concern':
      return outcome(seen, scene, {
        says: 'Your concern is noted, with your name, and everybody sees it. It doesn’t hold the date up.',
        answered: 'You said what worries you. It doesn’t hold the date up.',
        next: withdrawButton(seen, scene),
      });
    case 'withdraw':
      return withdrawnMessage(seen, said, scene);
  }
}

function endorsedMessage(seen: Seen, { isAgreed, counts }: Answered, scene: Scene): Message {
  if (isAgreed) {
    const { title, baselineOn, isDropped } = seen.milestone;
    const what = isDropped
      ? `${bold(title)} is given up`
      : `${bold(title)} by ${baselineOn ? dayWords(baselineOn, scene.today) : 'then'}`;
    return outcome(seen, scene, {
      says: `Agreed: ${what}. That was the last yes.`,
      answered: 'You said yes. That was the last one, so all of you agreed.',
    });
  }
  const step = nextStep(seen, scene);
  const held = counts
    ? ''
    : ' Your organization named representatives who speak for it, so one of them still has to say yes.';
  return outcome(seen, scene, {
    says: `${counts ? 'Your yes is recorded.' : 'Noted.'}${held} ${step}`.trim(),
    answered: `You said yes.${held} ${step}`.trim(),
  });
}

export function proposedMessage(
  { seen, isAgreed }: { readonly seen: Seen; readonly isAgreed: boolean },
  scene: Scene,
): Message {
  const { open, baselineOn } = seen.milestone;
  const title = bold(seen.milestone.title);
  const on = open?.content.on ?? baselineOn;
  const day = on ? dayWords(on, scene.today) : 'a date';
  if (isAgreed) return outcome(seen, scene, { says: `Agreed: ${title} by ${day}.` });
  const warning = outsideWords(seen, on, scene);
  const says = [`Put forward: ${day} for ${title}.`, nextStep(seen, scene), warning];
  return outcome(seen, scene, {
    says: says.filter(Boolean).join(' '),
    ...(warning && { next: withdrawButton(seen, scene) }),
  });
}

function objectedMessage(seen: Seen, { counts }: Answered, scene: Scene): Message {
  const isDrop = seen.milestone.open?.content.dropped;
  const until = isDrop
    ? 'It goes on unless you take that back.'
    : 'It stands until another date is put forward, or you take it back.';
  const noted =
    'Your organization named representatives, and an objection of theirs would hold it up.';
  return outcome(seen, scene, {
    says: counts ? `Your objection is recorded. ${until}` : `Noted as yours. ${noted}`,
    answered: `${isDrop ? 'You said: keep it.' : 'You objected.'} ${counts ? until : noted}`,
    next: withdrawButton(seen, scene),
  });
}

function withdrawnMessage(seen: Seen, { what, isAgreed }: TakenBack, scene: Scene): Message {
  const says = isAgreed
    ? 'You took it back, and with that everybody has said yes: agreed.'
    : what === 'stance'
      ? `You took back what you had said. ${nextStep(seen, scene)}`.trim()
      : 'Your organization’s proposal is withdrawn.';
  return outcome(seen, scene, { says, answered: says });
}

export function reportedMessage(
  { seen, before, on }: Reported,
  scene: Scene,
  reason?: MoveReason,
): Message {
  const day = (date: string) => dayWords(date, scene.today);
  const waiting = seen.neededBy.map(({ title }) => `“${inert(title)}”`);
  const why = reason ? ` Why: ${MOVE_WORDS[reason]}.` : '';
  const moves = waiting.length > 0 ? ` What waits for it: ${listed(waiting)}.` : '';
  const short = shortWords(seen);
  const isStill = on === before;
  const thanks = isStill
    ? `Thank you: still ${day(on)}.`
    : `Thank you for saying so: ${day(on)} instead of ${day(before)}.${why}${moves}`;
  return outcome(seen, scene, {
    says: `${thanks}${short}`,
    answered: `You said: ${isStill ? `still ${day(on)}` : `${day(on)} instead of ${day(before)}`}.${short}`,
    ...(short && { next: planButton(seen, scene) }),
  });
}

/** A day that leaves too little time: either the plan or the day may be what is wrong. */
function shortWords({ milestone, assessment }: Seen): string {
  if (!assessment?.reasons.includes('short_of_time')) return '';
  const left = count(Math.max(0, assessment.workingDaysLeft), 'working day');
  return ` That leaves ${left} for ${count(milestone.remainingWorkingDays, 'day')} of work. Is the plan still right?`;
}

export function doneMessage(seen: Seen, scene: Scene): Message {
  const waits = seen.waitsFor.map(({ title }) => `“${inert(title)}”`);
  const which = waits.length === 1 ? 'which is not done' : 'which are not done';
  const before = waits.length > 0 ? ` It was to wait for ${listed(waits)}, ${which}.` : '';
  const next = reopenButton(seen, scene);
  const says = `Done. The channel knows.${before}`;
  return outcome(seen, scene, {
    says,
    answered: `You said: done. The channel knows.${before}`,
    next,
  });
}

export function reopenedMessage({ seen, was }: Reopened, scene: Scene): Message {
  const says = {
    done: 'It is under way again, as it was before. What I said in the channel says so too.',
    dropped: seen.milestone.isCollecting
      ? 'It is back, and dates are collected as before.'
      : 'It is back. What had been put forward ended; a date can be put forward anew.',
  }[was];
  return outcome(seen, scene, { says, answered: says });
}

export function droppedMessage({ seen, outcome: what }: Dropped, scene: Scene): Message {
  const says =
    what === 'dropped'
      ? 'Given up. Its history stays.'
      : `Everybody agreed to it, so giving it up needs everybody’s yes too. ${nextStep(seen, scene)}`;
  const next = what === 'dropped' ? { next: reopenButton(seen, scene) } : {};
  return outcome(seen, scene, { says, ...next });
}

export function confidenceSaid(seen: Seen, value: number, scene: Scene): Message {
  const said = `${nameOf(scene, scene.viewer ?? '')} says ${value} of 5 for ${bold(seen.milestone.title)}, and everybody sees that.`;
  return outcome(seen, scene, { says: `Saved: ${said}`, answered: said });
}

/** With what the plan means for the date, where it speaks against it. */
export function plannedMessage(seen: Seen, scene: Scene): Message {
  const health = seen.assessment?.health;
  const isAtRisk = health === 'red' || health === 'amber';
  const says = `Saved.${isAtRisk ? ` ${colourSentence(seen, scene)}` : ''}`;
  return outcome(seen, scene, { says, answered: says });
}

export function inviting(text: string, label: string, id: string, value: string): Message {
  return {
    text,
    blocks: [section(text), actions([button({ id, text: label, value, style: 'primary' })])],
  };
}

function nextStep({ milestone }: Seen, scene: Scene): string {
  const waiting = stillToSpeak(milestone.open, presentIn(scene));
  return waiting.length > 0
    ? `It is agreed once ${namesOf(scene, waiting)} ${waiting.length === 1 ? 'has' : 'have'} said yes.`
    : '';
}
