import type { TransactionContext } from '../context.ts';
import type { Proposal, SubjectKind } from './proposal.ts';

/** What a capability tells `agreements/` about the subjects it owns. */
export interface Agreeable {
  readonly kind: SubjectKind;
  /** What a person calls it in a refusal: “POC”. */
  nameOf(ctx: TransactionContext, subjectId: string): Promise<string>;
  /** How somebody objects in words: `/glossary object TERM = REASON`. */
  readonly objecting: (name: string) => string;
  /** One word with several meanings: silence never counts there (domain 3.2.6). */
  isHomonym(ctx: TransactionContext, subjectId: string): Promise<boolean>;
  /** Called in the transaction in which the proposal became the agreement in force. */
  onAgreed(ctx: TransactionContext, agreed: Proposal): Promise<void>;
}
