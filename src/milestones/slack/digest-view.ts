import type { Button } from '@slack/types';
import { objectingTo, stillToAsk } from '../../agreements/still-to-speak.ts';
import { objectWords } from '../../slack/listed.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { addDays } from '../../time/days.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn, isOpen, type Milestone, ownersOf } from '../milestone.ts';
import { earlyWords } from './announcement-view.ts';
import {
  datesButton,
  openButton,
  proposeButton,
  stanceButtons,
  updateButtons,
} from './milestone-buttons.ts';
import { colourSentence } from './reason-words.ts';
import { dayWords, HEALTH_WORDS, nameOf, namesOf, presentIn, type Scene } from './words.ts';

/** A line of the digest, in the shape that the digest asks for. */
export type Line = {
  readonly slot: 'late' | 'at_risk' | 'due' | 'moved' | 'waiting' | 'agreed' | 'good';
  readonly weight: number;
  readonly isMine?: boolean;
  readonly text: string;
  readonly fold: { readonly as: string; readonly name: string };
  readonly buttons: readonly Button[];
};

export type News = {
  /** After the last digest, and up to this one. */
  readonly since: Date;
  readonly until: Date;
  /** Whether the reader may give the dates of their organization. */
  readonly givesDates: boolean;
};

const SOON_DAYS = 14;

/** The order among what is the reader’s own. */
const WEIGHT = { late: 6, red: 5, waiting: 4, due: 2, amber: 1, other: 1 } as const;

/** What is to be said of a milestone: how it stands, what it waits for, what was reached. */
export function digestLines(seen: Seen, scene: Scene, news: News): readonly Line[] {
  if (!isOpen(seen.milestone)) return reachedLines(seen, scene, news);
  const stands = standLines(seen, scene, news);
  return [...stands, ...waitingLines(seen, scene, news), ...agreedLines(seen, scene, news)];
}

function isNews(at: Date | undefined, { since, until }: News): boolean {
  return at !== undefined && at > since && at <= until;
}

function reachedLines(seen: Seen, scene: Scene, news: News): readonly Line[] {
  const { milestone } = seen;
  const { doneOn, baselineOn, isDropped, title } = milestone;
  // Nothing changes it after that.
  if (!doneOn || isDropped || !isNews(milestone.changedAt, news)) return [];
  const early = baselineOn ? earlyWords(doneOn, baselineOn) : '';
  const text = `Good news: ${bold(title)} is done${early}.`;
  return [line(seen, scene, { slot: 'good', as: 'done', text })];
}

/** Late, at risk, due soon or moved: one line, with the move in it. */
function standLines(seen: Seen, scene: Scene, news: News): readonly Line[] {
  const { milestone, assessment } = seen;
  // Whether to give it up comes before when it would be.
  if (milestone.open?.content.dropped) return [];
  const on = expectedOn(milestone);
  const moved = movedWords(milestone, scene, news);
  const isMine = ownersOf(milestone, presentIn(scene)).includes(scene.viewer ?? '');
  const health = assessment?.health;
  const own = {
    isMine,
    buttons: isMine ? updateButtons(seen, scene) : [openButton(seen, scene)],
  };
  const left = leftWords(milestone, scene);
  const beside = (text: string) => `${text}${moved ? ` It ${moved}.` : ''}${left}`;
  if (assessment && on && on < scene.today) {
    const question = isMine ? ' Done, or which day now?' : '';
    const text = `${bold(milestone.title)} was expected on ${dayWords(on, scene.today)}.${left}${question}`;
    return [line(seen, scene, { slot: 'late', weight: WEIGHT.late, as: 'late', text, ...own })];
  }
  if (health === 'red' || health === 'amber') {
    const given = { weight: WEIGHT[health], as: HEALTH_WORDS[health] ?? health };
    const text = beside(colourSentence(seen, scene));
    return [line(seen, scene, { slot: 'at_risk', ...given, text, ...own })];
  }
  if (on && milestone.baselineOn && on <= addDays(scene.today, SOON_DAYS)) {
    const text = beside(`${bold(milestone.title)} is due on ${dayWords(on, scene.today)}.`);
    return [line(seen, scene, { slot: 'due', weight: WEIGHT.due, as: 'due', text, ...own })];
  }
  if (!moved) return [];
  return [
    line(seen, scene, { slot: 'moved', as: 'moved', text: `${bold(milestone.title)} ${moved}.` }),
  ];
}

function leftWords({ ownerOrganizationId }: Milestone, scene: Scene): string {
  if (presentIn(scene).includes(ownerOrganizationId)) return '';
  return ` ${nameOf(scene, ownerOrganizationId)}, which looked after it, has left.`;
}

/** Against what was expected when the last digest came, however often it moved since. */
function movedWords({ forecasts }: Milestone, scene: Scene, { since }: News): string | undefined {
  const before =
    forecasts.findLast(({ at }) => at <= since)?.forecastOn ?? forecasts[0]?.forecastOn;
  const now = forecasts.at(-1)?.forecastOn;
  if (!before || !now || before === now) return undefined;
  return `moved from ${dayWords(before, scene.today)} to ${dayWords(now, scene.today)}`;
}

function waitingLines(seen: Seen, scene: Scene, { givesDates }: News): readonly Line[] {
  if (!seen.milestone.isCollecting) return proposedLines(seen, scene);
  const { missing } = seen;
  if (missing.length === 0) return [];
  const isMine = missing.includes(scene.viewer ?? '');
  const isAsked = isMine && givesDates;
  const whose = isAsked ? 'your dates' : `the dates of ${namesOf(scene, missing)}`;
  const text = `${bold(seen.milestone.title)} waits for ${whose}.`;
  const buttons = isAsked ? [datesButton(seen, scene)] : [openButton(seen, scene)];
  const as = isAsked ? 'waiting for your dates' : 'waiting for dates';
  return [waitingLine(seen, scene, { isMine, as, text, buttons })];
}

/** What is put forward, and whose word it waits for: who objects is not asked again, the proposer is. */
function proposedLines(seen: Seen, scene: Scene): readonly Line[] {
  const { open, title } = seen.milestone;
  if (!open) return [];
  const present = presentIn(scene);
  const silent = stillToAsk(open, present);
  const objecting = objectingTo(open, present);
  const from = nameOf(scene, open.organizationId);
  const day = dayWords(open.content.on, scene.today);
  const givesUp = open.content.dropped ? `${from} would give up ${bold(title)}.` : undefined;
  const against = `${objectWords(objecting.map((id) => nameOf(scene, id)))}.`;
  const beside = objecting.length > 0 ? [against] : [];
  const one = (
    isMine: boolean,
    as: string,
    words: readonly string[],
    buttons: readonly Button[],
  ) => [waitingLine(seen, scene, { isMine, as, text: words.join(' '), buttons })];

  if (silent.includes(scene.viewer ?? '')) {
    const words = givesUp
      ? [givesUp, ...beside, 'Is that right for you?']
      : [`${bold(title)} waits for your yes to ${day}.`, ...beside];
    return one(true, 'waiting for your yes', words, stanceButtons(seen, scene));
  }
  if (objecting.length > 0) {
    const isMine = open.organizationId === scene.viewer;
    const what = givesUp ?? `${from} put ${day} forward for ${bold(title)}.`;
    const mayPropose = isMine && !givesUp;
    const question = mayPropose ? ['Which day would suit all?'] : [];
    const other = mayPropose ? [proposeButton(seen, scene)] : [];
    const buttons = [...other, openButton(seen, scene)];
    return one(isMine, 'objected to', [what, against, ...question], buttons);
  }
  if (silent.length === 0) return [];
  const names = namesOf(scene, silent);
  const words = givesUp
    ? [givesUp, `Waiting for ${names}.`]
    : [`${bold(title)} waits for the yes of ${names} to ${day}.`];
  return one(false, 'waiting for a yes', words, [openButton(seen, scene)]);
}

function waitingLine(
  seen: Seen,
  scene: Scene,
  given: Pick<Line, 'text' | 'buttons'> & { readonly isMine: boolean; readonly as: string },
): Line {
  const weight = given.isMine ? WEIGHT.waiting : WEIGHT.other;
  return line(seen, scene, { slot: 'waiting', weight, ...given });
}

function agreedLines(seen: Seen, scene: Scene, news: News): readonly Line[] {
  const { title, baselineOn, forecasts } = seen.milestone;
  // The first forecast is what all agreed to, from that moment on.
  if (!baselineOn || !isNews(forecasts[0]?.at, news)) return [];
  const text = `All of us agreed: ${bold(title)} on ${dayWords(baselineOn, scene.today)}.`;
  return [line(seen, scene, { slot: 'agreed', as: 'agreed', text })];
}

type Given = Pick<Line, 'slot' | 'text'> &
  Partial<Pick<Line, 'weight' | 'isMine' | 'buttons'>> & { readonly as: string };

function line(seen: Seen, scene: Scene, { as, ...given }: Given): Line {
  return {
    weight: WEIGHT.other,
    buttons: [openButton(seen, scene)],
    ...given,
    fold: { as, name: bold(seen.milestone.title) },
  };
}
