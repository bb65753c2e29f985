import type { Agreeable } from '../agreements/agreeable.ts';
import { applyAgreement } from './apply-agreement.ts';
import { findEntry } from './store.ts';

/** What the agreements ask about terms. */
export const termAgreeable: Agreeable = {
  kind: 'term',
  objecting: (term) => `/glossary object ${term} = REASON`,
  async nameOf(ctx, termId) {
    return (await findEntry(ctx.db, ctx.partnership.id, termId))?.text ?? 'that term';
  },
  async isHomonym(ctx, termId) {
    return (await findEntry(ctx.db, ctx.partnership.id, termId))?.conflict === 'homonym';
  },
  onAgreed: applyAgreement,
};
