import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type Entry, seenBy } from './entry.ts';
import { isAcronymOf, nearMisses } from './near-misses.ts';
import { looseKeys, normalize } from './normalize.ts';
import { countMiss, findEntry, findEntryByLabel, type Label, listLabels } from './store.ts';
import { mondayOf } from './week.ts';

export type LookUp =
  | { readonly found: Entry }
  | { readonly missed: string; readonly suggestions: readonly string[] };

/** Finds the term that somebody means: exactly, then forgivingly, else the near misses. */
export async function lookUpTerm(ctx: Context, input: { readonly text: string }): Promise<LookUp> {
  const found = await findTerm(ctx, input.text);
  if (found) return { found };
  const normalized = normalize(input.text);
  // Coordinators read on Monday what was looked up in vain.
  if (normalized) {
    await countMiss(ctx.db, ctx.partnership.id, {
      normalized: normalized.slice(0, 80),
      text: input.text.trim().slice(0, 80),
      week: mondayOf(ctx.clock.now()),
    });
  }
  return missed(ctx, input.text);
}

async function missed(ctx: Context, text: string): Promise<Extract<LookUp, { missed: string }>> {
  const labels = await listLabels(ctx.db, ctx.partnership.id);
  const suggestions = nearMisses(normalize(text), labels).map((label) => label.text);
  return { missed: text.trim(), suggestions: [...new Set(suggestions)] };
}

/** The term as the acting organization may see it; undefined when no spelling of it is known. */
export async function findTerm(ctx: Context, text: string): Promise<Entry | undefined> {
  const normalized = normalize(text);
  const exact = await findEntryByLabel(ctx.db, ctx.partnership.id, normalized);
  const entry = exact ?? (await findForgivingly(ctx, normalized));
  return entry && seenBy(entry, ctx.member?.organizationId);
}

async function findForgivingly(ctx: Context, normalized: string): Promise<Entry | undefined> {
  const labels = await listLabels(ctx.db, ctx.partnership.id);
  const label = closest(normalized, labels) ?? onlyAcronym(normalized, labels);
  return label && findEntry(ctx.db, ctx.partnership.id, label.termId);
}

/** `memorandum of understanding` finds MOU, and the other way, where no second one fits. */
function onlyAcronym(normalized: string, labels: readonly Label[]): Label | undefined {
  const fitting = labels.filter((label) => isAcronymOf(label.normalized, normalized));
  return new Set(fitting.map((label) => label.termId)).size === 1 ? fitting[0] : undefined;
}

/** The label that shares the closest of the forgiving keys. */
function closest(normalized: string, labels: readonly Label[]): Label | undefined {
  const byKey = new Map<string, Label>();
  for (const label of labels) {
    for (const key of looseKeys(label.normalized)) if (!byKey.has(key)) byKey.set(key, label);
  }
  for (const key of looseKeys(normalized)) {
    const label = byKey.get(key);
    if (label) return label;
  }
  return undefined;
}

/**
 * As `findTerm`, but refuses with what the person may have meant. It was not looked up: more than a name may
 * have been written, and that is nobody's to read.
 */
export async function getTerm(ctx: Context, text: string): Promise<Entry> {
  if (!text.trim()) {
    throw new Refusal(
      'invalid',
      'Which term? Write it after the command, like `/glossary endorse MOU`.',
      'term',
    );
  }
  const found = await findTerm(ctx, text);
  if (found) return found;
  const result = await missed(ctx, text);
  const [first, ...others] = result.suggestions.map((suggestion) => `“${suggestion}”`);
  const meant = first ? ` Did you mean ${[first, ...others].join(' or ')}?` : '';
  throw new Refusal(
    'not-found',
    `“${result.missed}” isn’t in the glossary yet.${meant} To propose it: \`/glossary define ${result.missed.replaceAll('`', '')} = what it means\``,
    'term',
  );
}

/** The term with this id, as the acting organization may see it. */
export async function getTermById(ctx: Context, termId: string): Promise<Entry> {
  const entry = await findEntry(ctx.db, ctx.partnership.id, termId);
  if (!entry) throw new Refusal('not-found', 'That term is no longer in this glossary.');
  return seenBy(entry, ctx.member?.organizationId);
}
