import { comparable } from './conflict.ts';
import { normalize } from './normalize.ts';

export type TermStatus = 'proposed' | 'agreed' | 'disputed' | 'deprecated' | 'withdrawn';

export type Resolution = 'adopt' | 'qualify' | 'replace' | 'spell_out';

/** What is put forward about a term. */
export type TermContent = {
  readonly definition: string;
  readonly preferredLabel?: string;
  readonly scopeNote?: string;
  readonly example?: string;
  readonly resolution?: Resolution;
  /** By organization id. */
  readonly sayInstead?: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
  /** Other words that should not be used for it any more. */
  readonly deprecatedLabels?: readonly string[];
  readonly deprecated?: boolean;
  readonly replacedBy?: string;
};

/** What a change says. What it does not name stays; what it names as undefined or empty is taken away. */
export type TermChange = { readonly definition: string } & {
  readonly [Part in Exclude<keyof TermContent, 'definition'>]?: TermContent[Part] | undefined;
};

/** The words of a change over what stands. Each organization's *say instead* is a part of its own. */
export function withChange(standing: TermContent | undefined, change: TermChange): TermContent {
  const sayInstead = Object.entries({ ...standing?.sayInstead, ...change.sayInstead }).filter(
    ([, words]) => words,
  );
  const parts = {
    ...standing,
    ...change,
    sayInstead: sayInstead.length > 0 ? Object.fromEntries(sayInstead) : undefined,
  };
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined && part !== ''),
  ) as TermContent;
}

export const TERM_LIMIT = 80;
export const DEFINITION_LIMIT = 2_000;
export const REASON_LIMIT = 1_000;

/** Domain 3.1: `proposed → agreed`, `proposed ⇄ disputed`, `agreed → deprecated`. */
export function statusOf(given: {
  readonly agreementInForce?: { readonly deprecated: boolean };
  readonly openProposal?: { readonly objections: number };
}): TermStatus {
  if (given.agreementInForce) return given.agreementInForce.deprecated ? 'deprecated' : 'agreed';
  if (!given.openProposal) return 'withdrawn';
  return given.openProposal.objections > 0 ? 'disputed' : 'proposed';
}

/** Domain 3.2.10; retired terms are left out. Undefined when there is nothing to share. */
export function agreedShare(counts: {
  readonly agreed: number;
  readonly proposed: number;
  readonly disputed: number;
}): number | undefined {
  const all = counts.agreed + counts.proposed + counts.disputed;
  return all === 0 ? undefined : counts.agreed / all;
}

export function isSameMeaning(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** What is wrong with a string as a term, as a sentence; undefined when nothing is. */
export function termFault(text: string): string | undefined {
  const term = text.trim();
  if (!term)
    return 'Which term? Write it before the equals sign: `/glossary define TERM = DEFINITION`.';
  if (term.length > TERM_LIMIT) {
    return `That is ${term.length} characters; a term has at most ${TERM_LIMIT}. Give the short form people use, and put the rest into the definition.`;
  }
  if (/[\n\v\f\r\u0085\u2028\u2029]/.test(term)) return 'A term fits on one line.';
  if (!/[\p{L}\p{N}]/u.test(normalize(term)))
    return `“${term}” has no letter or number in it. Which word do you mean?`;
  if (/^<?(?:https?:\/\/|mailto:)/i.test(term))
    return 'That is a link, not a term. Which word do you mean?';
  if (/^<?[@#!](?!\d)/.test(term))
    return 'That names a person or a channel, not a term. Which word do you mean?';
  return undefined;
}
