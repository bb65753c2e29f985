import { actingMember, type Context, transaction } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { mayDescribe } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import { addNote } from './add-note.ts';
import { descriptionFault } from './description.ts';
import { organizationById, type Partnership, type Sector } from './partnership.ts';
import { changeOrganization, findPartnership } from './store.ts';

export type Description = {
  readonly name?: string;
  readonly shortName?: string;
  readonly sector?: Sector;
  /** IANA. */
  readonly timeZone?: string;
  readonly emailDomains?: readonly string[];
};

/** Changes what is said of an organization; what is not given stays. */
export async function describeOrganization(
  ctx: Context,
  input: Description & { readonly organizationId: string },
): Promise<Partnership> {
  const { organizationId, ...change } = input;
  const organization = organizationById(ctx.partnership, organizationId);
  if (!organization)
    throw new Refusal('not-found', 'That organization is not in this partnership.');
  if (!mayDescribe(actingMember(ctx), organization, await listMembers(ctx))) {
    throw new Refusal(
      'not-yours',
      `What is said of ${organization.shortName} is changed by its own people: its coordinators, where it has named some.`,
      'orgName',
    );
  }
  const fault = descriptionFault(change);
  if (fault) throw new Refusal('invalid', fault.sentence, fault.field);
  try {
    await transaction(ctx, async (tx) => {
      await changeOrganization(tx.db, tx.partnership.id, organizationId, change);
      await addNote(tx, undefined, 'partnerships.organization', { organization: organizationId });
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new Refusal(
      'invalid',
      'Another organization here already has that name. Choose one that tells them apart.',
      'orgName',
    );
  }
  return (await findPartnership(ctx.db, ctx.partnership.id)) ?? ctx.partnership;
}
