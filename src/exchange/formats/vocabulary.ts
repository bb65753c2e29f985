import type { Relation } from '../../glossary/entry.ts';
import type { Resolution } from '../../glossary/term.ts';
import type { RecordStatus } from './term-record.ts';

const RESOLUTIONS: readonly Resolution[] = ['adopt', 'qualify', 'replace', 'spell_out'];
const RELATIONS: readonly Relation[] = ['same', 'narrower', 'broader', 'different', 'not_used'];

const STATUSES = new Map<string, RecordStatus>([
  ['proposed', 'proposed'],
  ['draft', 'proposed'],
  ['agreed', 'agreed'],
  ['approved', 'agreed'],
  ['accepted', 'agreed'],
  ['disputed', 'disputed'],
  ['deprecated', 'deprecated'],
  ['retired', 'deprecated'],
  ['obsolete', 'deprecated'],
]);

/** Other tools have states of their own; one that is not known here says nothing. */
export function statusIn(text: string): RecordStatus | undefined {
  return STATUSES.get(wordOf(text));
}

export function resolutionIn(text: string): Resolution | undefined {
  return RESOLUTIONS.find((known) => known === wordOf(text));
}

export function relationIn(text: string): Relation | undefined {
  return RELATIONS.find((known) => known === wordOf(text));
}

export function resolutionFault(text: string): string {
  return `“${excerpt(text)}” is not a resolution. Known are: ${RESOLUTIONS.join(', ')}.`;
}

export function relationFault(text: string): string {
  return `“${excerpt(text)}” is not a relation. Known are: ${RELATIONS.join(', ')}.`;
}

export function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** “Spell out” and “spell-out” are `spell_out`. */
function wordOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/[\s-]/g, '_');
}
