import { actingMember, type Context, transaction } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { mayDescribe } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import { addNote } from './add-note.ts';
import { clashFault, descriptionFault, tidy, timeZoneIn } from './description.ts';
import { getPartnership } from './get-partnership.ts';
import {
  type Organization,
  organizationById,
  type Partnership,
  type Sector,
} from './partnership.ts';
import { changeOrganization } from './store.ts';

export type Description = {
  readonly name?: string;
  readonly shortName?: string;
  /** Given as undefined it is not said any more. */
  readonly sector?: Sector | undefined;
  /** IANA. */
  readonly timeZone?: string;
  /** All of them. */
  readonly emailDomains?: readonly string[];
};

/** Changes what is said of an organization; what is not given stays. */
export async function describeOrganization(
  ctx: Context,
  input: Description & { readonly organizationId: string },
): Promise<Partnership> {
  const organization = organizationById(ctx.partnership, input.organizationId);
  if (!organization)
    throw new Refusal('not-found', 'That organization is not in this partnership.');
  const change = changesOf(organization, input);
  if (Object.keys(change).length === 0) return ctx.partnership;
  if (!mayDescribe(actingMember(ctx), organization, await listMembers(ctx))) {
    throw new Refusal(
      'not-yours',
      `What is said of ${organization.shortName} is changed by its own people: its coordinators, where it has named some. \`/partnership\` shows who they are.`,
      Object.hasOwn(change, 'emailDomains') ? 'emailDomains' : 'orgName',
    );
  }
  const fault = descriptionFault(change) ?? clashFault(ctx.partnership, organization.id, change);
  if (fault) throw new Refusal('invalid', fault.sentence, fault.field);
  try {
    await transaction(ctx, async (tx) => {
      await changeOrganization(tx.db, tx.partnership.id, organization.id, change);
      const { sector, emailDomains, ...said } = change;
      await addNote(tx, undefined, 'partnerships.described', {
        ...said,
        ...(Object.hasOwn(change, 'sector') && { sector: sector ?? '' }),
        ...(emailDomains && { emailDomains: emailDomains.join(' ') }),
        organization: organization.id,
      });
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
    const isShort = isConflict(error, 'organization_partnership_id_short_name_key');
    throw new Refusal(
      'invalid',
      'Another organization here already has that name. Choose one that tells them apart.',
      isShort ? 'shortName' : 'orgName',
    );
  }
  return getPartnership(ctx);
}

/** What differs from what is said now, as it would be stored. */
function changesOf(organization: Organization, given: Description): Description {
  const name = given.name === undefined ? undefined : tidy(given.name);
  const shortName = given.shortName === undefined ? undefined : tidy(given.shortName);
  const { emailDomains } = given;
  const timeZone =
    given.timeZone === undefined ? undefined : (timeZoneIn(given.timeZone) ?? given.timeZone);
  const isSector = Object.hasOwn(given, 'sector') && given.sector !== organization.sector;
  return {
    ...(name !== undefined && name !== organization.name && { name }),
    ...(shortName !== undefined && shortName !== organization.shortName && { shortName }),
    ...(isSector && { sector: given.sector }),
    ...(timeZone !== undefined && timeZone !== organization.timeZone && { timeZone }),
    ...(emailDomains && !isSameList(emailDomains, organization.emailDomains) && { emailDomains }),
  };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
