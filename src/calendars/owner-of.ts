import { type Context, presentMember } from '../context.ts';
import type { LinkOwner } from './store.ts';

/** Whoever may look things up may have the calendar: observers too. */
export function ownerOf(ctx: Context): LinkOwner {
  const { id: memberId } = presentMember(
    ctx,
    'I can’t tell which of the partner organizations you work for, so I can’t hand you its calendar. A coordinator can say so with `/partnership setup`.',
  );
  return { partnershipId: ctx.partnership.id, memberId };
}
