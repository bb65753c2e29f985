import type { TransactionContext } from '../context.ts';
import type { Proposal, StanceKind, SubjectKind } from './proposal.ts';

/** What a capability tells `agreements/` about the subjects it owns. */
export interface Agreeable {
  readonly kind: SubjectKind;
  /** What a person calls it in a refusal: “POC”. */
  nameOf(ctx: TransactionContext, subjectId: string): Promise<string>;
  /** With which a line about one begins: `/glossary`. */
  readonly talk: string;
  /** The most characters of a reason. */
  readonly reasonLimit: number;
  /**
   * Called first in the transaction in which somebody answers: holds the subject, and refuses where nothing
   * can be said of it.
   */
  hold(ctx: TransactionContext, subjectId: string): Promise<void>;
  /**
   * The same where somebody takes back. True where what they gave was still being gathered from everybody,
   * before anything is put forward: it is taken out by this.
   */
  holdToTakeBack(ctx: TransactionContext, subjectId: string): Promise<boolean>;
  /** One word with several meanings: silence never counts there (domain 3.2.6). */
  isHomonym(ctx: TransactionContext, subjectId: string): Promise<boolean>;
  /**
   * Called in the transaction in which somebody said something, or took something back, and the proposal
   * stays open or is gone: has those told once this commits who see how it stands.
   */
  onAnswer(
    ctx: TransactionContext,
    subjectId: string,
    said: StanceKind | 'withdraw',
  ): Promise<void>;
  /** Called, in the place of that, in the transaction in which it became the agreement in force. */
  onAgreed(ctx: TransactionContext, agreed: Proposal): Promise<void>;
}
