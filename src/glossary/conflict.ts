import { normalize } from './normalize.ts';

export type Conflict = 'none' | 'homonym' | 'synonym' | 'broader_narrower';

export type Meaning = {
  readonly organizationId: string;
  readonly meaning: string;
  readonly relation: 'same' | 'narrower' | 'broader' | 'different' | 'not_used';
};

/**
 * What the usages show (domain 3.1); undefined with fewer than two meanings. People may say otherwise
 * afterwards: the bot never decides what two sentences mean.
 */
export function conflictOf(usages: readonly Meaning[]): Conflict | undefined {
  const used = usages.filter((usage) => usage.relation !== 'not_used' && usage.meaning.trim());
  if (used.length < 2) return undefined;
  if (new Set(used.map((usage) => comparable(usage.meaning))).size === 1) return 'none';
  const hasEdges = used.some(({ relation }) => relation === 'narrower' || relation === 'broader');
  const isDifferent = used.some(({ relation }) => relation === 'different');
  return hasEdges && !isDifferent ? 'broader_narrower' : 'homonym';
}

/** Two texts with the same of this say the same in the same words. `1.5` is not `15`. */
export function comparable(text: string): string {
  return normalize(text).replaceAll(/ ?[.,;:!?]+(?!\d)/g, '');
}
