import type { Context } from '../context.ts';
import type { Answer } from './answer.ts';
import type { Asking } from './asking.ts';
import { typed } from './mrkdwn.ts';

/** One line that somebody wrote to the bot, by command, mention or direct message. */
export type Line = {
  /** What follows the name of the talk, as they saw it when they typed it. */
  readonly words: string;
  /** The same with Slack's tokens left in, for lines that name people: `<@U…>`. */
  readonly raw: string;
  /** Slack's ids of the files that came with it. */
  readonly fileIds: readonly string[];
  readonly asking: Asking;
  /** With guests, it may be of a channel that Slack shares with nobody, whose partnership begins by this. */
  context(how?: { readonly withGuests?: boolean }): Promise<Context>;
};

/** Answers the lines that begin with one name: `glossary`, `partnership`. */
export type Talk = TakesLong & ((line: Line) => Promise<Answer>);

/** Answers the lines that begin with one word within a talk; undefined for those it does not take. */
export type PartTalk = TakesLong & ((line: Line) => Promise<Answer | undefined>);

type TakesLong = {
  /** Whether these words may be as many as Slack lets through: rows that are pasted. */
  readonly takesLong?: (words: string) => boolean;
};

export type Parsed = {
  readonly talk: string;
  readonly raw: string;
  readonly partnershipName: string | undefined;
};

/** The first word of a line, and what follows it. */
export function firstWord(words: string): { readonly first: string; readonly rest: string } {
  const at = words.search(/\s/);
  if (at < 0) return { first: words, rest: '' };
  return { first: words.slice(0, at), rest: words.slice(at).trimStart() };
}

/** What stands before and after the first equals sign; without one there is no second half. */
export function halves(words: string): {
  readonly name: string;
  readonly rest: string | undefined;
} {
  const at = words.indexOf('=');
  if (at < 0) return { name: words.trim(), rest: undefined };
  return { name: words.slice(0, at).trim(), rest: words.slice(at + 1).trim() };
}

/**
 * `NAME = REASON`; or, as people write it, a name that is known and the reason, without a sign between them.
 * What is known is asked for only then.
 */
export async function nameAndReason(
  words: string,
  known: () => Promise<(name: string) => boolean>,
): Promise<ReturnType<typeof halves>> {
  const parted = halves(words);
  if (parted.rest !== undefined) return parted;
  const isKnown = await known();
  const read = beginnings(words).find(({ name }) => isKnown(name));
  return read ? { name: read.name, rest: read.rest || undefined } : parted;
}

/** More words than a name has. */
const MOST_WORDS = 20;

/**
 * Every way to read words as a name and what is said of it, the longest name first: `PHI: it is more` may be
 * about `PHI: it is more`, `PHI: it is`, `PHI: it` or `PHI`.
 */
export function beginnings(
  words: string,
): readonly { readonly name: string; readonly rest: string }[] {
  const ends = [...words.matchAll(/\S+/g)].map((word) => word.index + word[0].length);
  return ends
    .slice(0, MOST_WORDS)
    .toReversed()
    .map((end) => ({
      name: words
        .slice(0, end)
        .trim()
        .replace(/[:,;]$/, ''),
      rest: words
        .slice(end)
        .replace(/^[\s:,;–—-]+/, '')
        .trim(),
    }));
}

/** The words with which lines may begin without the name of the talk that answers them. */
export type PlainWords = { readonly talk: string; readonly words: readonly string[] };

/**
 * Reads `@Common Ground glossary MOU`, `glossary MOU` and, for people of several partnerships,
 * `Open doors: glossary MOU`; and `timeline` for `partnership timeline`. Anything else is a request for help.
 */
export function parseLine(text: string, talks: readonly string[], plain?: PlainWords): Parsed {
  const raw = text.replace(/^(?:\s*<@[A-Z0-9]+(?:\|[^>]*)?>)+[\s,:]*/, '').trim();
  const named = beginningWith(talks, raw);
  const short = named || !plain ? undefined : beginningWith(plain.words, raw);
  const { word, rest, partnershipName } = named ?? short ?? {};
  if (named) return { talk: named.word.toLowerCase(), raw: named.rest, partnershipName };
  if (short && plain) return { talk: plain.talk, raw: `${word} ${rest}`.trim(), partnershipName };
  return { talk: 'help', raw, partnershipName: undefined };
}

type Beginning = Pick<Parsed, 'partnershipName'> & { readonly word: string; readonly rest: string };

const LONGEST_NAME = 80;

/** One of these words at the beginning, or after the name of a partnership. */
function beginningWith(words: readonly string[], raw: string): Beginning | undefined {
  const beginning = wordOf(words, raw);
  if (beginning) return { ...beginning, partnershipName: undefined };
  const [head = ''] = raw.slice(0, LONGEST_NAME + 1).split('\n');
  for (let at = head.indexOf(':', 1); at > 0; at = head.indexOf(':', at + 1)) {
    const after = raw.slice(at + 1);
    const found = after.trimStart() === after ? undefined : wordOf(words, after.trimStart());
    if (found) return { ...found, partnershipName: typed(raw.slice(0, at)).trim() };
  }
  return undefined;
}

function wordOf(words: readonly string[], text: string) {
  const { first, rest } = firstWord(text);
  const word = first.startsWith('/') ? first.slice(1) : first;
  return words.includes(word.toLowerCase()) ? { word, rest: rest.trim() } : undefined;
}
