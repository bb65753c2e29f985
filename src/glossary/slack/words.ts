import { objectingTo, stillToAsk } from '../../agreements/still-to-speak.ts';
import { listed } from '../../slack/listed.ts';
import { inert } from '../../slack/mrkdwn.ts';
import type { DefinitionAdvice } from '../definition-check.ts';
import { type Entry, type Relation, statusOfEntry } from '../entry.ts';
import type { TermStatus } from '../term.ts';

/** What a view needs to know beside the entry. */
export type Scene = {
  readonly organizations: readonly {
    readonly id: string;
    readonly shortName: string;
    readonly hasLeft: boolean;
  }[];
  /** A channel of the partnership. */
  readonly channelId: string;
  /** The organization of the one who reads it, where it is known and matters. */
  readonly viewer?: string | undefined;
};

export function nameOf(scene: Scene, organizationId: string): string {
  return inert(
    scene.organizations.find(({ id }) => id === organizationId)?.shortName ?? 'Somebody',
  );
}

export function presentIds(scene: Scene): readonly string[] {
  return scene.organizations.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id);
}

/** Whose word it is now: who has objected waits for an answer, and is asked nothing. */
export function waitingNames(entry: Entry, scene: Scene): readonly string[] {
  return stillToAsk(entry.open, presentIds(scene)).map((id) => nameOf(scene, id));
}

export function objectingNames(entry: Entry, scene: Scene): readonly string[] {
  return objectingTo(entry.open, presentIds(scene)).map((id) => nameOf(scene, id));
}

export function unansweredNames(entry: Entry, scene: Scene): readonly string[] {
  return presentIds(scene)
    .filter((id) => !entry.answered.includes(id))
    .map((id) => nameOf(scene, id));
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export function dayOf(instant: Date): string {
  return DAY.format(instant);
}

export const STATUS_WORDS: Readonly<Record<TermStatus, string>> = {
  agreed: 'agreed',
  proposed: 'proposed, not agreed yet',
  disputed: 'disputed',
  deprecated: 'retired: please don’t use it',
  withdrawn: 'withdrawn',
};

export function statusLine(entry: Entry): string {
  if (entry.isCollecting) return 'being compared: each organization writes its own meaning first';
  const words = STATUS_WORDS[statusOfEntry(entry)];
  if (!entry.agreed) return words;
  return `${words} · version ${entry.agreed.version}, ${dayOf(entry.agreed.agreedAt)}`;
}

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  same: '',
  narrower: ' (narrower)',
  broader: ' (broader)',
  different: ' (something else)',
  not_used: ' doesn’t use it',
};

export function relationWords(relation: Relation): string {
  return RELATION_WORDS[relation];
}

export const CONFLICT_WORDS: Readonly<Record<string, string>> = {
  homonym: 'One word, several ideas. Nobody is wrong.',
  synonym: 'The same idea under different words.',
  broader_narrower: 'The same idea, with different edges.',
};

/** Advice on a definition, in the voice of a colleague; never a block (domain 3.2.7). */
export function adviceWords(advice: readonly DefinitionAdvice[]): string {
  const words: Readonly<Record<string, string>> = {
    circular: 'it uses the word itself, so a newcomer learns little',
    negative: 'it says what the word is not; what is it?',
    starts_badly:
      'it starts like an explanation; a definition can stand in for the word in a sentence',
    too_long: 'it is over 40 words; the first idea may be enough',
    more_than_one_sentence: 'it has more than one sentence; the rest could be a note',
  };
  const lines = advice.map((one) =>
    one.code === 'undefined_letters'
      ? `it uses ${listed(one.letters.map((letters) => inert(letters)))}, which the glossary doesn’t have yet`
      : words[one.code],
  );
  return lines.length
    ? `A thought on the wording: ${lines.join('; ')}. It stands as you wrote it.`
    : '';
}
