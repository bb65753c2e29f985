import type { Relation } from '../../glossary/entry.ts';
import type { Resolution } from '../../glossary/term.ts';

/** One term as a file says it. Organizations and other terms are named, never known by id. */
export type TermRecord = {
  readonly term: string;
  readonly definition: string;
  readonly status?: RecordStatus;
  readonly preferredLabel?: string;
  readonly aliases?: readonly string[];
  /** Other words that should not be used for it any more. */
  readonly deprecatedLabels?: readonly string[];
  readonly scopeNote?: string;
  readonly example?: string;
  readonly resolution?: Resolution;
  /** The term to use instead of a deprecated one. */
  readonly replacedBy?: string;
  /** What each organization says instead, by its short name. */
  readonly sayInstead?: Readonly<Record<string, string>>;
  readonly usages?: readonly RecordUsage[];
};

export type RecordStatus = 'proposed' | 'agreed' | 'disputed' | 'deprecated';

export type RecordUsage = {
  /** Its short name. */
  readonly organization: string;
  readonly meaning: string;
  readonly relation: Relation;
};

/** A row of a file: what it says, or why it cannot be read. */
export type ReadRow =
  | { readonly line: number; readonly record: TermRecord }
  | { readonly line: number; readonly term: string; readonly reason: string };
