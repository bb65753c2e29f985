import { actingMember, type Context } from '../context.ts';
import { mayChangePartnership } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import { descriptionFault } from './description.ts';
import { joinOrganizations } from './join-organizations.ts';
import { type Organization, organizationNamed, type Partnership } from './partnership.ts';

/** Adds an organization whose people are guests: Slack does not name it, so a person does. */
export async function addOrganization(
  ctx: Context,
  input: { readonly name: string },
): Promise<{ readonly partnership: Partnership; readonly organization: Organization }> {
  if (!mayChangePartnership(actingMember(ctx), await listMembers(ctx))) {
    throw new Refusal(
      'not-yours',
      'A coordinator can add an organization. Ask one of yours.',
      'newOrganization',
    );
  }
  const name = input.name.trim();
  const fault = descriptionFault({ name });
  if (fault)
    throw new Refusal(
      'invalid',
      `${fault.sentence} For example: \`/partnership setup organization Lantern Health\``,
      'newOrganization',
    );
  if (organizationNamed(ctx.partnership, name)) {
    throw new Refusal(
      'already-done',
      `“${name}” is in this partnership already.`,
      'newOrganization',
    );
  }
  const partnership = await joinOrganizations(ctx.db, ctx.partnership, {
    organizations: [{ name, slackTeamIds: [], timeZone: undefined }],
  });
  const organization = organizationNamed(partnership, name);
  if (!organization) throw new Error('an organization is missing after it joined');
  return { partnership, organization };
}
