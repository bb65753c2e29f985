import type { Relation } from '../../glossary/entry.ts';
import { DEFINITION_LIMIT, isSameMeaning, TERM_LIMIT, termFault } from '../../glossary/term.ts';
import { cleanRecord } from './clean-record.ts';
import { cleanText } from './clean-text.ts';
import type { Draft, DraftUsage } from './draft.ts';
import { NOTE_LIMIT } from './limits.ts';
import type { TermRecord } from './term-record.ts';
import {
  excerpt,
  relationFault,
  relationIn,
  resolutionFault,
  resolutionIn,
  statusIn,
} from './vocabulary.ts';

const LABELS_LIMIT = 50;

export type Checked = { readonly record: TermRecord } | { readonly reason: string };

/** The record that a draft stands for, or a sentence that says why it stands for none. */
export function checkDraft(given: Draft): Checked {
  const reason = given.fault ?? wordFault(given);
  if (reason) return { reason };
  const record = recordOf(given);
  const fault = textFault(record) ?? labelsFault(record);
  return fault ? { reason: fault } : { record };
}

function recordOf(given: Draft): TermRecord {
  const { term, definition, aliases, deprecatedLabels } = given;
  const { preferredLabel, scopeNote, example, replacedBy } = given;
  const status = statusIn(given.status);
  const resolution = resolutionIn(given.resolution);
  return cleanRecord({
    ...{ term, definition, preferredLabel, scopeNote, example, replacedBy },
    ...{ aliases, deprecatedLabels },
    ...(status && { status }),
    ...(resolution && { resolution }),
    sayInstead: Object.fromEntries(given.sayInstead),
    usages: given.usages.map((usage) => ({
      organization: usage.organization,
      meaning: usage.meaning,
      relation: relationIn(usage.relation) ?? unsaidRelation(usage, definition),
    })),
  });
}

/** Where a file has the words of an organization and not how they stand to the definition. */
function unsaidRelation({ meaning }: DraftUsage, definition: string): Relation {
  return isSameMeaning(meaning, definition) ? 'same' : 'different';
}

function wordFault({ resolution, usages, sayInstead }: Draft): string | undefined {
  if (resolution.trim() && !resolutionIn(resolution)) return resolutionFault(resolution.trim());
  const odd = usages.find(({ relation }) => relation.trim() && !relationIn(relation));
  if (odd) return relationFault(odd.relation.trim());
  const silent = usages.find(
    ({ meaning, relation }) => !cleanText(meaning) && relationIn(relation) !== 'not_used',
  );
  if (silent) return `It has a relation for ${excerpt(silent.organization)}, and no meaning.`;
  return (
    twice(usages.map(({ organization }) => organization)) ??
    twice(sayInstead.map(([organization]) => organization))
  );
}

function twice(organizations: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const name of organizations.map(cleanText)) {
    if (!name) return 'It has words of an organization that is not named.';
    if (seen.has(name)) return `It says twice what ${excerpt(name)} says.`;
    seen.add(name);
  }
  return undefined;
}

function textFault({ term, definition, scopeNote, example, usages = [] }: TermRecord) {
  if (!term) return 'There is no term in it.';
  const fault = termFault(term);
  if (fault) return fault;
  if (!definition && usages.length === 0) return 'There is no definition in it.';
  const meanings = usages.map(
    ({ organization, meaning }) => [`The meaning of ${organization}`, meaning] as const,
  );
  return (
    lengthFault('The definition', definition, DEFINITION_LIMIT) ??
    lengthFault('The scope note', scopeNote, NOTE_LIMIT) ??
    lengthFault('The example', example, NOTE_LIMIT) ??
    meanings.map(([name, text]) => lengthFault(name, text, DEFINITION_LIMIT)).find(Boolean)
  );
}

function lengthFault(name: string, text = '', limit: number): string | undefined {
  return text.length > limit
    ? `${name} has ${text.length} characters; ${limit} is the most.`
    : undefined;
}

function labelsFault(record: TermRecord): string | undefined {
  const { preferredLabel, replacedBy, aliases = [], deprecatedLabels = [] } = record;
  const labels = [preferredLabel ?? '', replacedBy ?? '', ...aliases, ...deprecatedLabels];
  if (labels.length > LABELS_LIMIT + 2) {
    return `It has ${labels.length} other words; ${LABELS_LIMIT} is the most.`;
  }
  const names = [
    ...Object.entries(record.sayInstead ?? {}).flat(),
    ...(record.usages ?? []).map(({ organization }) => organization),
  ];
  return [...labels, ...names].map(labelFault).find(Boolean);
}

function labelFault(label: string): string | undefined {
  if (label.length > TERM_LIMIT) {
    return `“${excerpt(label)}” has ${label.length} characters; a term or a name has at most ${TERM_LIMIT}.`;
  }
  return /[\n\u2028\u2029]/.test(label)
    ? `“${excerpt(label)}” goes over several lines; a term or a name fits on one.`
    : undefined;
}
