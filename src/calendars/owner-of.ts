import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { LinkOwner } from './store.ts';

/** Whoever may look things up may have the calendar: observers too. */
export function ownerOf({ member, partnership }: Context): LinkOwner {
  if (member) return { partnershipId: partnership.id, memberId: member.id };
  throw new Refusal(
    'not-yours',
    'I can’t tell which of the partner organizations you work for, so I can’t hand you its calendar. A coordinator can say so with `/partnership setup`.',
  );
}
