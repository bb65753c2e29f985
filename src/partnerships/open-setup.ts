import { actingMember, type Context, organizationOf } from '../context.ts';
import { coordinatorsOf, mayDescribe } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { Refusal } from '../refusal.ts';
import type { Organization } from './partnership.ts';

/** What the form shows to the acting member. Refuses whoever could not save any of it. */
export async function openSetup(
  ctx: Context,
): Promise<{ readonly own: Organization; readonly members: readonly Member[] }> {
  const acting = actingMember(ctx);
  const own = organizationOf(ctx, acting);
  const members = await listMembers(ctx);
  if (mayDescribe(acting, own, members)) return { own, members };
  const names = coordinatorsOf(own.id, members).map((one) => one.displayName);
  throw new Refusal(
    'not-yours',
    `${names.slice(0, 5).join(', ')} set${names.length === 1 ? 's' : ''} things up for ${own.shortName}. Ask there, or see how it stands with \`/partnership\`.`,
  );
}
