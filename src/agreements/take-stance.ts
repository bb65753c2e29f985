import { actingMember, organizationOf, type TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import type { Agreeable } from './agreeable.ts';
import {
  type Doubt,
  isDoubt,
  nothingOpen,
  type Proposal,
  REASON_WORDS,
  type StanceKind,
} from './proposal.ts';
import { type Settled, settleProposal } from './settle-proposal.ts';
import { putStance } from './stance-store.ts';
import { findOpenProposal, lockSubject } from './store.ts';

export type StanceInput = {
  readonly subjectId: string;
  readonly kind: StanceKind;
  readonly reason?: string | undefined;
  /** The version the person looked at; undefined means whichever is open. */
  readonly version?: number | undefined;
};

/** Records where a member stands on the open version; the last word of each member counts. */
export async function takeStance(
  ctx: TransactionContext,
  agreeable: Agreeable,
  input: StanceInput,
): Promise<Settled> {
  const member = actingMember(ctx);
  const reason = input.reason?.trim() || undefined;
  await refuseFault(ctx, agreeable, { ...input, reason });
  await lockSubject(ctx.db, ctx.partnership.id, input.subjectId);
  const open = await getOpenVersion(ctx, agreeable, input.subjectId, input.version);
  const before = open.stances.find((stance) => stance.memberId === member.id);
  const isYes = input.kind === 'endorse' || input.kind === 'accept';
  if (isYes && !before && open.organizationId === member.organizationId) {
    throw new Refusal(
      'already-done',
      `${organizationOf(ctx, member).shortName} put this version forward, so it counts as endorsed by you already. The others still have to speak.`,
    );
  }
  if (before && before.kind === input.kind && before.reason === reason && !before.carried) {
    throw new Refusal('already-done', alreadySaid(input.kind, open.version));
  }
  await putStance(ctx.db, ctx.partnership.id, {
    proposalId: open.id,
    memberId: member.id,
    kind: input.kind,
    reason,
    carried: false,
    takenAt: ctx.clock.now(),
  });
  await addNote(ctx, input.subjectId, `agreements.${input.kind}`, {
    version: open.version,
    ...(reason && { reason }),
  });
  const proposal = await getOpenVersion(ctx, agreeable, input.subjectId, open.version);
  return settleProposal(ctx, agreeable, proposal);
}

const NEEDED: Readonly<Record<Doubt, string>> = {
  object: 'An objection needs a reason, so that the next version can answer it',
  concern: 'Say what worries you, so that the others can think about it',
};

async function refuseFault(
  ctx: TransactionContext,
  agreeable: Agreeable,
  { kind, reason, subjectId }: StanceInput,
): Promise<void> {
  if (isDoubt(kind) && !reason) {
    const name = (await agreeable.nameOf(ctx, subjectId)).replaceAll('`', '');
    const line = `${agreeable.talk} ${kind} ${name} = ${REASON_WORDS[kind]}`;
    throw new Refusal('invalid', `${NEEDED[kind]}: \`${line}\`.`, 'reason');
  }
  const { reasonLimit } = agreeable;
  if (!reason || reason.length <= reasonLimit) return;
  const sentence = `That reason has ${reason.length} characters; ${reasonLimit} is the most.`;
  throw new Refusal('invalid', sentence, 'reason');
}

/** The open version; refuses when there is none, or when it is not the one the person looked at. */
export async function getOpenVersion(
  ctx: TransactionContext,
  agreeable: Agreeable,
  subjectId: string,
  version: number | undefined,
): Promise<Proposal> {
  const open = await findOpenProposal(ctx.db, ctx.partnership.id, subjectId);
  if (!open) {
    throw new Refusal('already-done', nothingOpen(await agreeable.nameOf(ctx, subjectId)));
  }
  if (version !== undefined && version !== open.version) {
    const name = await agreeable.nameOf(ctx, subjectId);
    throw new Refusal(
      'too-late',
      `There is a newer version of “${name}” by now (version ${open.version}), so this answer doesn’t count. Please answer that one.`,
    );
  }
  return open;
}

function alreadySaid(kind: StanceKind, version: number): string {
  const said = {
    endorse: 'endorsed',
    accept: 'accepted',
    concern: 'raised that about',
    object: 'objected to',
  };
  return `You already ${said[kind]} version ${version}. Nothing has changed.`;
}
