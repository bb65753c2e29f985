import type { Context } from '../context.ts';
import { acronymsIn } from '../glossary/acronyms.ts';
import { listEntries } from '../glossary/list-entries.ts';
import { type Explanation, explanationOf } from './explanation.ts';
import { usesIn, withoutTerms } from './lexicon.ts';
import { type Lexicons, readLexicon } from './read-lexicon.ts';

export type Explained = {
  /** In order of appearance, each once. */
  readonly terms: readonly Explanation[];
  /** The acronyms that the glossary does not have. */
  readonly missing: readonly string[];
};

/** What the terms in a text mean, as the one who asks may see them. `text` is as Slack writes it. */
export async function explainText(
  ctx: Context,
  input: { readonly text: string; readonly lexicons: Lexicons },
): Promise<Explained> {
  const { text } = input;
  const lexicon = await readLexicon(ctx, input.lexicons);
  const uses = usesIn(text, lexicon);
  const entries = await listEntries(ctx, { termIds: uses.map(({ termId }) => termId) });
  const terms = uses.flatMap(({ termId, avoided }) => {
    const entry = entries.find(({ id }) => id === termId);
    return (entry && explanationOf(entry, avoided)) ?? [];
  });
  const explained = new Set(terms.map(({ termId }) => termId));
  const left = acronymsIn(withoutTerms(text, lexicon, explained));
  // A word struck out could make a raised voice look like acronyms: both readings have to say so.
  return { terms, missing: acronymsIn(text).filter((letters) => left.includes(letters)) };
}
