import { type Entry, type Relation, statusOfEntry } from '../glossary/entry.ts';
import { isSameMeaning, type TermContent, type TermStatus } from '../glossary/term.ts';

export type Sense = {
  readonly organizationId: string;
  readonly meaning: string;
  readonly relation: Relation;
};

/** What a term means, as far as the one who asks may see it. */
export type Explanation = {
  readonly termId: string;
  readonly text: string;
  /** `compared`: meanings are being collected, and each organization sees its own only. */
  readonly status: TermStatus | 'compared';
  readonly isHomonym: boolean;
  /** What all of them agreed. */
  readonly agreed: TermContent | undefined;
  /** What is put forward, where nothing is agreed. */
  readonly proposed: { readonly organizationId: string; readonly definition: string } | undefined;
  /** Something else is put forward for what is agreed. */
  readonly isChanging: boolean;
  /** What each organization means by it. */
  readonly senses: readonly Sense[];
  /** The spellings in the text that should not be used for it any more. */
  readonly avoided: readonly string[];
};

/** Undefined where nobody stands behind a meaning. `entry` is as the one who asks may see it. */
export function explanationOf(entry: Entry, avoided: readonly string[]): Explanation | undefined {
  const agreed = entry.agreed?.content;
  const isHomonym = entry.conflict === 'homonym';
  const shared = { termId: entry.id, text: entry.text, isHomonym, agreed, avoided };
  if (entry.isCollecting) {
    const own = entry.usages.filter(({ meaning }) => meaning !== '');
    return { ...shared, status: 'compared', proposed: undefined, isChanging: false, senses: own };
  }
  const senses = sensesOf(entry, isHomonym);
  const proposed = agreed ? undefined : proposedIn(entry, senses);
  if (!agreed && !entry.open && senses.length === 0) return undefined;
  const isChanging = agreed !== undefined && entry.open !== undefined;
  return { ...shared, status: statusOfEntry(entry), proposed, isChanging, senses };
}

/** Of a homonym every sense; else those that say something that the meaning above does not. */
function sensesOf(entry: Entry, isHomonym: boolean): readonly Sense[] {
  const usages = entry.usages.filter((u) => u.meaning !== '' || u.relation === 'not_used');
  if (isHomonym) return usages;
  const agreed = entry.agreed?.content.definition;
  const above = agreed ?? entry.open?.content.definition;
  const differ = entry.conflict === 'broader_narrower' || agreed === undefined;
  return usages.filter(
    ({ meaning, relation }) =>
      (differ || relation !== 'same') &&
      !(above !== undefined && relation !== 'not_used' && isSameMeaning(meaning, above)),
  );
}

/** Words that stand below as the sense of whoever put them forward would only be read twice. */
function proposedIn(entry: Entry, senses: readonly Sense[]): Explanation['proposed'] {
  const { open } = entry;
  if (!open) return undefined;
  const { organizationId } = open;
  const { definition } = open.content;
  const isBelow = senses.some(
    (sense) => sense.organizationId === organizationId && isSameMeaning(sense.meaning, definition),
  );
  return isBelow ? undefined : { organizationId, definition };
}
