import { actingMember, type Context, organizationOf, transaction } from '../../context.ts';
import { assignGuest } from '../../members/assign-guest.ts';
import { listMembers } from '../../members/list-members.ts';
import { nameTeam } from '../../members/name-team.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import type { Doors } from '../../slack/doors.ts';
import type { FormValues } from '../../slack/form.ts';
import { numberIn } from '../../slack/value-in.ts';
import { addOrganization } from '../add-organization.ts';
import { changePartnership } from '../change-partnership.ts';
import { describeOrganization } from '../describe-organization.ts';
import { domainsIn } from '../description.ts';
import { getPartnership } from '../get-partnership.ts';
import { openSetup } from '../open-setup.ts';
import { organizationById, type Sector } from '../partnership.ts';
import { guestForm, setupForm } from './form-view.ts';
import { glance, type People } from './glance-talk.ts';
import { PARTNERSHIPS } from './ids.ts';
import { membersMessage } from './members-view.ts';
import { assigned, getMember, getPerson } from './people-talk.ts';

export function registerPartnerships(doors: Doors, people: People): void {
  doors.click(PARTNERSHIPS.setup, async ({ ctx }) => {
    const { own, members } = await openSetup(ctx);
    return { form: setupForm(ctx.partnership, own, members) };
  });

  doors.form(PARTNERSHIPS.setup, async ({ ctx, values }) => {
    const partnership = await saveSetup(ctx, values, people);
    return glance({ ...ctx, partnership }, 'Saved.');
  });

  doors.click(PARTNERSHIPS.guest, async ({ ctx }) => ({ form: guestForm(ctx.partnership) }));

  doors.form(PARTNERSHIPS.guest, async ({ ctx, values }) => saveGuest(ctx, values, people));

  for (const id of [PARTNERSHIPS.members, PARTNERSHIPS.membersNext]) {
    doors.click(id, async ({ ctx, value }) => {
      const [page = '1'] = value.split(' ');
      return {
        message: membersMessage(ctx.partnership, await listMembers(ctx), numberIn(page, 1)),
      };
    });
  }
}

/** All of the form or nothing of it. */
async function saveSetup(ctx: Context, values: FormValues, people: People) {
  const membersOf = (block: string) =>
    Promise.all(values.list(block).map((userId) => getMember(ctx, userId, people, block)));
  const coordinators = await membersOf('coordinators');
  const representatives = await membersOf('representatives');
  const own = organizationOf(ctx, actingMember(ctx));
  return transaction(ctx, async (tx) => {
    await changePartnership(tx, { name: values.text('name'), purpose: values.text('purpose') });
    await describeOrganization(tx, {
      organizationId: own.id,
      name: values.text('orgName'),
      shortName: values.text('shortName'),
      timeZone: values.text('timeZone'),
      sector: (values.text('sector') || undefined) as Sector | undefined,
      emailDomains: domainsIn(values.text('emailDomains')),
    });
    await nameTeam(tx, { coordinators, representatives });
    return getPartnership(tx);
  });
}

async function saveGuest(ctx: Context, values: FormValues, people: People): Promise<Message> {
  const person = await getPerson(ctx, values.text('person'), people);
  const name = values.text('newOrganization');
  const domains = domainsIn(values.text('emailDomains'));
  const chosen = values.text('organization');
  if (!name === !chosen) {
    throw new Refusal(
      'invalid',
      name
        ? 'Choose an organization or write a new one, not both.'
        : 'Choose an organization, or write the name of a new one.',
      'newOrganization',
    );
  }
  const { partnership, organization } = await transaction(ctx, async (tx) => {
    const added = name ? await addOrganization(tx, { name }) : undefined;
    const wider = added ? { ...tx, partnership: added.partnership } : tx;
    const organizationId = added?.organization.id ?? chosen;
    const known = organizationById(wider.partnership, organizationId);
    if (known && domains.length > 0) {
      const emailDomains = [...new Set([...known.emailDomains, ...domains])];
      await describeOrganization(wider, { organizationId, emailDomains });
    }
    await assignGuest(wider, { person, organizationId });
    return { partnership: await getPartnership(wider), organization: known };
  });
  if (!organization) throw new Error('a guest was assigned to an organization that is not here');
  return assigned({ ...ctx, partnership }, [person], organization);
}
