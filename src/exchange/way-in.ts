import type { TermToBringIn } from '../glossary/bring-in-terms.ts';
import { isSameMeaning } from '../glossary/term.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';
import { organizationIn, type PlannedRow } from './plan-import.ts';
import type { Consent, TermImport } from './term-import.ts';

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
 * term changes by its own column alone. Of those in the file an organization speaks for itself alone;
 * once every coordinator has confirmed, each organization's is taken over in its coordinator's name.
 */
export function termToBringIn(
  row: PlannedRow,
  given: Pick<TermImport, 'author' | 'consents'>,
  partnership: Partnership,
  endorsedBy: readonly string[] | undefined,
): TermToBringIn {
  const { author } = given;
  const speakers = endorsedBy ? [...given.consents, author] : [author];
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
