import { Temporal } from 'temporal-polyfill';
import { listed } from '../../slack/listed.ts';
import { escaped, inert } from '../../slack/mrkdwn.ts';
import type { MoveReason } from '../forecast.ts';
import { lineFor } from '../line-for.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn, isOpen, type MilestoneState, stateOf } from '../milestone.ts';

/** What a view needs to know beside the milestone. */
export type Scene = {
  readonly organizations: readonly {
    readonly id: string;
    readonly shortName: string;
    readonly hasLeft: boolean;
  }[];
  /** A channel of the partnership. */
  readonly channelId: string;
  /** The organization of the one who reads it, where it is known. */
  readonly viewer?: string | undefined;
  /** The person who reads it, as Slack calls them. */
  readonly userId?: string | undefined;
  readonly today: string;
};

export function nameOf(scene: Scene, organizationId: string): string {
  return inert(
    scene.organizations.find(({ id }) => id === organizationId)?.shortName ?? 'Somebody',
  );
}

export function namesOf(scene: Scene, organizationIds: readonly string[]): string {
  return listed(organizationIds.map((id) => nameOf(scene, id)));
}

/** `4 December`, with the year where it is another one. */
export function dayWords(on: string, today: string): string {
  const date = Temporal.PlainDate.from(on);
  const isThisYear = date.year === Temporal.PlainDate.from(today).year;
  return date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  });
}

/** `4 Dec`, where there is little room. */
export function shortDay(on: string, today: string): string {
  const [day = '', month = '', year = ''] = dayWords(on, today).split(' ');
  return [day, month.slice(0, 3), year].join(' ').trim();
}

/** `Friday 4 December 2026`: so that a reading can be checked. */
export function wholeDay(on: string): string {
  return Temporal.PlainDate.from(on)
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(',', '');
}

const STATE_WORDS: Readonly<Record<MilestoneState, string>> = {
  draft: 'no date yet',
  proposed: 'proposed, not agreed yet',
  disputed: 'disputed',
  agreed: 'agreed',
  done: 'done',
  dropped: 'given up',
};

/** The state and, while it is under way, the colour with its word. */
export function statusWords({ milestone, assessment, missing }: Seen, scene: Scene): string {
  const { baselineOn, isCollecting, open } = milestone;
  const isFirst = isOpen(milestone) && isCollecting && missing.length > 0 && !baselineOn;
  if (isFirst) return 'collecting dates; nobody sees another’s yet';
  if (isOpen(milestone) && open?.content.dropped) {
    const state = baselineOn ? STATE_WORDS.agreed : STATE_WORDS.draft;
    return `${state} · ${nameOf(scene, open.organizationId)} would give it up`;
  }
  const state = STATE_WORDS[stateOf(milestone)];
  return assessment ? `${state}, ${HEALTH_WORDS[assessment.health]}` : state;
}

/** How it stands, with its day: `amber · expected 4 December, agreed for 16 October`. */
export function standWords(seen: Seen, scene: Scene): string {
  const { milestone, assessment } = seen;
  const { baselineOn, doneOn, open } = milestone;
  const day = (on: string) => dayWords(on, scene.today);
  const on = expectedOn(milestone);
  if (milestone.isDropped) return STATE_WORDS.dropped;
  if (doneOn) {
    const agreed = baselineOn && baselineOn !== doneOn ? `, agreed for ${day(baselineOn)}` : '';
    return `done on ${day(doneOn)}${agreed}`;
  }
  if (!on) return statusWords(seen, scene);
  if (!baselineOn || !assessment || open?.content.dropped) {
    return `${day(on)} · ${statusWords(seen, scene)}`;
  }
  const dates =
    on === baselineOn
      ? `${day(on)}, as agreed`
      : `expected ${day(on)}, agreed for ${day(baselineOn)}`;
  return `${HEALTH_WORDS[assessment.health]} · ${dates}`;
}

export const HEALTH_WORDS: Readonly<Record<string, string>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  unknown: 'no recent news',
};

export const MOVE_WORDS: Readonly<Record<MoveReason, string>> = {
  approval: 'Somebody has to approve',
  dependency: 'It waits for something else',
  capacity: 'Too few hands',
  scope: 'It became more',
  estimate: 'We know better now',
  outside: 'Something from outside',
};

/** A line to copy. Code marks keep formatting characters as they are, but `<!channel>` rings in them too. */
export function hintFor(verb: string, title: string, rest?: string): string {
  return escaped(lineFor(verb, title, rest));
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

export function presentIn(scene: Scene): readonly string[] {
  return scene.organizations.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
}
