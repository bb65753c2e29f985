import { type Entry, statusOfEntry } from '../glossary/entry.ts';
import type { TermContent } from '../glossary/term.ts';
import type { Organization } from '../partnerships/partnership.ts';

/** What stands on the board about one word, in people's own words. */
export type BoardTerm = {
  readonly word: string;
  readonly definition: string;
  readonly scopeNote: string | undefined;
  readonly example: string | undefined;
  readonly aliases: readonly string[];
  readonly sayInstead: readonly { readonly organization: string; readonly words: string }[];
  /** Words that are not to be used for it any more. */
  readonly avoided: readonly string[];
  readonly agreedAt: Date;
};

export type RetiredTerm = { readonly word: string; readonly replacedBy: string | undefined };

export type BoardContent = {
  readonly agreed: readonly BoardTerm[];
  readonly retired: readonly RetiredTerm[];
};

const ORDER = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** What every organization has agreed, in alphabetical order, and nothing that is still being talked about. */
export function boardContent(
  entries: readonly Entry[],
  organizations: readonly Organization[],
): BoardContent {
  const inForce = entries.flatMap((entry) =>
    entry.agreed ? [{ entry, content: entry.agreed.content, at: entry.agreed.agreedAt }] : [],
  );
  const isRetired = ({ entry }: { entry: Entry }) => statusOfEntry(entry) === 'deprecated';
  const byWord = (a: { word: string }, b: { word: string }) => ORDER.compare(a.word, b.word);
  return {
    agreed: inForce
      .filter((one) => !isRetired(one))
      .map(({ entry, content, at }) => termOf(entry, content, at, organizations))
      .toSorted(byWord),
    retired: inForce
      .filter(isRetired)
      .map(({ entry, content }) => ({
        word: content.preferredLabel ?? entry.text,
        replacedBy: content.replacedBy,
      }))
      .toSorted(byWord),
  };
}

function termOf(
  entry: Entry,
  content: TermContent,
  agreedAt: Date,
  organizations: readonly Organization[],
): BoardTerm {
  const word = content.preferredLabel ?? entry.text;
  const isSpelledOut = content.resolution === 'spell_out';
  const avoided = [...(isSpelledOut ? [entry.text] : []), ...(content.deprecatedLabels ?? [])];
  const others = [entry.text, ...(content.aliases ?? [])];
  const aliases = others.filter((other) => other !== word && !avoided.includes(other));
  return {
    word,
    definition: content.definition,
    scopeNote: content.scopeNote,
    example: content.example,
    aliases: [...new Set(aliases)],
    sayInstead: Object.entries(content.sayInstead ?? {}).flatMap(([id, words]) => {
      const organization = organizations.find((one) => one.id === id)?.shortName;
      return organization ? [{ organization, words }] : [];
    }),
    avoided: [...new Set(avoided.filter((other) => other !== word))],
    agreedAt,
  };
}

/** The letter under which a word is looked for; undefined for numbers and signs. */
export function letterOf(word: string): string | undefined {
  const [first = ''] = word.normalize('NFKD').replace(/^[^\p{L}\p{N}]+/u, '');
  return /\p{L}/u.test(first) ? first.toLocaleUpperCase('en') : undefined;
}
