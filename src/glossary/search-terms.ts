import type { Context } from '../context.ts';
import type { Entry } from './entry.ts';
import { looseKeys, normalize } from './normalize.ts';
import { seenEntries } from './seen-entries.ts';

/** The terms in whose labels, definition or usages every word occurs. */
export async function searchTerms(
  ctx: Context,
  input: { readonly words: string },
): Promise<readonly Entry[]> {
  const wanted = normalize(input.words).split(' ').filter(Boolean);
  const entries = await seenEntries(ctx);
  return entries.filter((entry) => {
    const said = [
      ...entry.labels.map((label) => label.text),
      entry.agreed?.content.definition ?? '',
      entry.open?.content.definition ?? '',
      ...entry.usages.map((usage) => usage.meaning),
    ];
    const text = normalize(said.join(' '));
    return wanted.every((word) => looseKeys(word).some((key) => text.includes(key)));
  });
}
