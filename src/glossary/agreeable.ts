import type { Agreeable } from '../agreements/agreeable.ts';
import { applyAgreement } from './apply-agreement.ts';
import { holdTerm, refuseWhileCollecting } from './hold-term.ts';
import { findEntry } from './store.ts';
import { takeOutMeaning } from './take-out-meaning.ts';
import { continueThread, tellChannel } from './tell-channel.ts';
import { REASON_LIMIT } from './term.ts';

/** What the agreements ask about terms. */
export const termAgreeable: Agreeable = {
  kind: 'term',
  talk: '/glossary',
  reasonLimit: REASON_LIMIT,
  async nameOf(ctx, termId) {
    return (await findEntry(ctx.db, ctx.partnership.id, termId))?.text ?? 'that term';
  },
  async isHomonym(ctx, termId) {
    return (await findEntry(ctx.db, ctx.partnership.id, termId))?.conflict === 'homonym';
  },
  async hold(ctx, termId) {
    refuseWhileCollecting(await holdTerm(ctx, termId));
  },
  async holdToTakeBack(ctx, termId) {
    const entry = await holdTerm(ctx, termId);
    if (!entry.isCollecting) return false;
    await takeOutMeaning(ctx, entry);
    await tellChannel(ctx, termId);
    return true;
  },
  async onAnswer(ctx, termId, said) {
    await tellChannel(ctx, termId);
    if (said === 'object') await continueThread(ctx, termId, 'objected');
  },
  onAgreed: applyAgreement,
};
