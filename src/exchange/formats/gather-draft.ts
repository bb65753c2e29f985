import type { Column } from './columns.ts';
import { type Draft, type DraftUsage, draft } from './draft.ts';
import { splitLabels } from './label-list.ts';

export type Part = { readonly column: Column; readonly value: string | readonly string[] };

/** A draft of what stands in the columns of one row, or in the keys of one object. */
export function gatherDraft(line: number, parts: readonly Part[]): Draft {
  const texts = (field: Column['field']) =>
    parts
      .filter(({ column }) => column.field === field)
      .flatMap(({ value }) => value)
      .filter((text) => text.trim());
  const labels = (field: Column['field']) =>
    parts
      .filter(({ column }) => column.field === field)
      .flatMap(({ value }) => (typeof value === 'string' ? splitLabels(value) : value));
  const first = (field: Column['field']) => texts(field)[0] ?? '';
  return draft({
    line,
    term: first('term'),
    definition: texts('definition').join('\n'),
    status: first('status'),
    preferredLabel: first('preferredLabel'),
    scopeNote: texts('scopeNote').join('\n'),
    example: texts('example').join('\n'),
    resolution: first('resolution'),
    replacedBy: first('replacedBy'),
    aliases: labels('aliases'),
    deprecatedLabels: labels('deprecatedLabels'),
    sayInstead: said(parts, 'sayInstead'),
    usages: usagesOf(parts),
  });
}

function usagesOf(parts: readonly Part[]): readonly DraftUsage[] {
  const meanings = said(parts, 'usage');
  const relations = new Map(said(parts, 'relation'));
  const named = new Set(meanings.map(([organization]) => organization));
  const alone = [...relations.keys()].filter((organization) => !named.has(organization));
  return [...meanings, ...alone.map((organization) => [organization, ''] as const)].map(
    ([organization, meaning]) => ({
      organization,
      meaning,
      relation: relations.get(organization) ?? '',
    }),
  );
}

function said(
  parts: readonly Part[],
  field: Column['field'],
): readonly (readonly [organization: string, text: string])[] {
  return parts.flatMap(({ column, value }) => {
    const text = [value].flat().join('\n');
    return 'organization' in column && column.field === field && text.trim()
      ? [[column.organization, text] as const]
      : [];
  });
}
