import { saidYes } from '../agreements/still-to-speak.ts';
import type { Conflict } from './conflict.ts';
import { statusOf, type TermContent, type TermStatus } from './term.ts';

export type Rating = 'preferred' | 'admitted' | 'deprecated' | 'superseded';

export type Relation = 'same' | 'narrower' | 'broader' | 'different' | 'not_used';

export type Usage = {
  readonly organizationId: string;
  readonly meaning: string;
  readonly relation: Relation;
};

export type EntryStance = {
  readonly organizationId: string;
  readonly slackUserId: string;
  readonly name: string;
  readonly kind: 'endorse' | 'accept' | 'concern' | 'object';
  readonly reason: string | undefined;
  readonly mayCount: boolean;
};

export type OpenVersion = {
  readonly version: number;
  readonly content: TermContent;
  readonly organizationId: string;
  readonly editorial: boolean;
  readonly hasCarried: boolean;
  readonly dueAt: Date | undefined;
  readonly stances: readonly EntryStance[];
};

/** One term with everything that is said of it. */
export type Entry = {
  readonly id: string;
  readonly text: string;
  readonly conflict: Conflict | undefined;
  /** Meanings are being collected blind: each organization sees its own only. */
  readonly isCollecting: boolean;
  readonly labels: readonly { readonly text: string; readonly rating: Rating }[];
  readonly agreed:
    | { readonly version: number; readonly content: TermContent; readonly agreedAt: Date }
    | undefined;
  readonly open: OpenVersion | undefined;
  readonly usages: readonly Usage[];
  /** The organizations that have said what they mean; known to everybody while contents are not. */
  readonly answered: readonly string[];
  readonly latestVersion: number;
};

export function statusOfEntry(entry: Entry): TermStatus {
  const objections = entry.open?.stances.filter((s) => s.kind === 'object' && s.mayCount).length;
  return statusOf({
    ...(entry.agreed && {
      agreementInForce: { deprecated: entry.agreed.content.deprecated === true },
    }),
    ...(objections !== undefined && { openProposal: { objections } }),
  });
}

/** The entry as an organization may see it: while meanings are collected, nobody else's (domain 3.2.2). */
export function seenBy(entry: Entry, organizationId: string | undefined): Entry {
  if (!entry.isCollecting) return entry;
  const isOwn = (one: { readonly organizationId: string }) => one.organizationId === organizationId;
  const { open } = entry;
  const stances = open?.stances.map((s) => (isOwn(s) ? s : { ...s, reason: undefined })) ?? [];
  return {
    ...entry,
    open: open && isOwn(open) ? { ...open, stances } : undefined,
    usages: entry.usages.filter(isOwn),
  };
}

/** Who has given a meaning: in its own words, by putting a version forward, or by endorsing one. */
export function answeredBy(entry: Pick<Entry, 'usages' | 'open'>): readonly string[] {
  const wrote = entry.usages.map((usage) => usage.organizationId);
  return [...new Set([...wrote, ...(entry.open ? saidYes(entry.open) : [])])];
}
