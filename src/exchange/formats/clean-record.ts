import { cleanText } from './clean-text.ts';
import type { RecordUsage, TermRecord } from './term-record.ts';

/**
 * The one form of a record: clean texts, nothing empty, each label once, organizations in one order.
 * A record of this form comes back unchanged from every format.
 */
export function cleanRecord(record: TermRecord): TermRecord {
  const term = cleanText(record.term);
  const preferredLabel = cleanText(record.preferredLabel ?? '');
  const scopeNote = cleanText(record.scopeNote ?? '');
  const example = cleanText(record.example ?? '');
  const replacedBy = cleanText(record.replacedBy ?? '');
  const aliases = distinct(record.aliases, [term, preferredLabel]);
  const deprecatedLabels = distinct(record.deprecatedLabels, [term, preferredLabel, ...aliases]);
  const sayInstead = cleanLabels(record.sayInstead);
  const usages = cleanUsages(record.usages);
  return {
    term,
    definition: cleanText(record.definition),
    ...(record.status && { status: record.status }),
    ...(preferredLabel && { preferredLabel }),
    ...(aliases.length > 0 && { aliases }),
    ...(deprecatedLabels.length > 0 && { deprecatedLabels }),
    ...(scopeNote && { scopeNote }),
    ...(example && { example }),
    ...(record.resolution && { resolution: record.resolution }),
    ...(replacedBy && { replacedBy }),
    ...(sayInstead.length > 0 && { sayInstead: Object.fromEntries(sayInstead) }),
    ...(usages.length > 0 && { usages }),
  };
}

/** SKOS wants the labels of a concept to be disjoint (its integrity condition S13). */
function distinct(
  labels: readonly string[] | undefined,
  taken: readonly string[],
): readonly string[] {
  const cleaned = new Set((labels ?? []).map(cleanText));
  for (const label of ['', ...taken]) cleaned.delete(label);
  return [...cleaned];
}

function cleanLabels(
  labels: Readonly<Record<string, string>> | undefined,
): readonly (readonly [string, string])[] {
  return Object.entries(labels ?? {})
    .map(([organization, label]) => [cleanText(organization), cleanText(label)] as const)
    .filter(([, label]) => label)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function cleanUsages(usages: readonly RecordUsage[] | undefined): readonly RecordUsage[] {
  return (usages ?? [])
    .map(({ organization, meaning, relation }) => ({
      organization: cleanText(organization),
      meaning: cleanText(meaning),
      relation,
    }))
    .filter(({ meaning, relation }) => meaning || relation === 'not_used')
    .sort((a, b) => (a.organization < b.organization ? -1 : 1));
}
