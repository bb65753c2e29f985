import type { Rating } from './entry.ts';
import { normalize } from './normalize.ts';
import type { TermContent } from './term.ts';

export type RatedLabel = {
  readonly text: string;
  readonly normalized: string;
  readonly rating: Rating;
};

/**
 * The labels of a term once a version of it is agreed (domain 3.1): what was preferred before is
 * superseded, and letters that are banned, like everything of a retired term, are deprecated.
 */
export function labelsAfterAgreement(
  before: readonly { readonly text: string; readonly rating: Rating }[],
  text: string,
  content: TermContent,
): readonly RatedLabel[] {
  const labels = new Map<string, RatedLabel>();
  const rate = (label: string, rating: Rating) => {
    const normalized = normalize(label);
    if (normalized) {
      labels.set(normalized, { text: labels.get(normalized)?.text ?? label, normalized, rating });
    }
  };
  for (const label of before) {
    rate(label.text, label.rating === 'preferred' ? 'superseded' : label.rating);
  }
  for (const alias of content.aliases ?? []) rate(alias, 'admitted');
  if (content.deprecated || content.resolution === 'spell_out') {
    for (const { text: label } of [...labels.values()]) rate(label, 'deprecated');
  }
  for (const label of content.deprecatedLabels ?? []) rate(label, 'deprecated');
  if (!content.deprecated && content.resolution !== 'spell_out') {
    rate(content.preferredLabel ?? text, 'preferred');
  }
  return [...labels.values()];
}
