import { actingMember, type Context, organizationOf } from '../context.ts';
import { mayDescribe } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import type { Organization } from './partnership.ts';

/** The organization of who is asking; refuses those who may not say when it works. */
export async function getOwnOrganization(ctx: Context): Promise<Organization> {
  const own = organizationOf(ctx, actingMember(ctx));
  if (mayDescribe(actingMember(ctx), own, await listMembers(ctx))) return own;
  throw new Refusal(
    'not-yours',
    `When ${own.shortName} works is changed by its coordinators. \`/partnership\` shows who they are. Your own hours are yours: \`/partnership hours mine 10:00-18:30\`.`,
  );
}
