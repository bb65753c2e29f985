import { type Entry, statusOfEntry } from '../glossary/entry.ts';
import type { RecordStatus, TermRecord } from './formats/term-record.ts';

type Named = { readonly id: string; readonly shortName: string };

/** What a file says of an entry; undefined while nobody may see what it means, or nobody stands behind it. */
export function recordOfEntry(
  entry: Entry,
  organizations: readonly Named[],
): TermRecord | undefined {
  const content = entry.agreed?.content ?? entry.open?.content;
  const status = statusOfEntry(entry);
  if (!content || status === 'withdrawn') return undefined;
  const nameOf = (id: string) => organizations.find((one) => one.id === id)?.shortName ?? id;
  const { sayInstead = {}, aliases = [], deprecatedLabels = [] } = content;
  const said = Object.entries(sayInstead).map(([id, words]) => [nameOf(id), words] as const);
  return {
    term: entry.text,
    definition: content.definition,
    status: status satisfies RecordStatus,
    ...(content.preferredLabel && { preferredLabel: content.preferredLabel }),
    ...(aliases.length > 0 && { aliases }),
    ...(deprecatedLabels.length > 0 && { deprecatedLabels }),
    ...(content.scopeNote && { scopeNote: content.scopeNote }),
    ...(content.example && { example: content.example }),
    ...(content.resolution && { resolution: content.resolution }),
    ...(content.replacedBy && { replacedBy: content.replacedBy }),
    ...(said.length > 0 && { sayInstead: Object.fromEntries(said) }),
    ...(entry.usages.length > 0 && {
      usages: entry.usages.map(({ organizationId, meaning, relation }) => ({
        organization: nameOf(organizationId),
        meaning,
        relation,
      })),
    }),
  };
}
