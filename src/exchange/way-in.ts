import type { TermToBringIn } from '../glossary/bring-in-terms.ts';
import { isSameMeaning } from '../glossary/term.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';
import type { ReadRow } from './formats/term-record.ts';
import { type KeptRow, organizationIn, type PlannedRow } from './plan-import.ts';
import type { Consent } from './term-import.ts';

/** The rows of a file as the preview kept them. */
export function readAgain(rows: readonly KeptRow[]): readonly ReadRow[] {
  return rows.flatMap(({ line, record }) => (record ? [{ line, record }] : []));
}

/** Confirmed rows are agreed, but for those of which the file itself says that they are not. */
export function isSettledIn({ record }: PlannedRow): boolean {
  return record?.status !== 'proposed' && record?.status !== 'disputed';
}

/** Another organization has put forward something else, and nothing is agreed: compare blind first. */
export function wantsComparison(
  { entry, content }: PlannedRow,
  author: Consent,
  { blindFirst }: Pick<Partnership, 'blindFirst'>,
): boolean {
  if (!blindFirst || !entry?.open || entry.agreed || entry.conflict !== undefined) return false;
  const isOthers = entry.open.organizationId !== author.organizationId;
  const isOther = !isSameMeaning(entry.open.content.definition, content?.definition ?? '');
  return isOthers && isOther;
}

/**
 * A row as the glossary takes it. Its definition is put forward for all; what an organization means by the
 * term changes by its own column alone, in the name of whoever may say so: of these speakers.
 */
export function termToBringIn(
  row: PlannedRow,
  speakers: readonly Consent[],
  partnership: Partnership,
): TermToBringIn {
  const usages = (row.record?.usages ?? []).flatMap(({ organization, meaning, relation }) => {
    const organizationId = organizationIn(presentOrganizations(partnership), organization)?.id;
    const speaker = speakers.find((one) => one.organizationId === organizationId);
    return speaker ? [{ ...speakerOf(speaker), meaning, relation }] : [];
  });
  return { text: row.term, entry: row.entry, content: row.content ?? { definition: '' }, usages };
}

function speakerOf({ organizationId, memberId }: Consent): Consent {
  return { organizationId, memberId };
}
