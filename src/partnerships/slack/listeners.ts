import { actingMember, type Context, organizationOf, transaction } from '../../context.ts';
import { assignGuest } from '../../members/assign-guest.ts';
import { listMembers } from '../../members/list-members.ts';
import { nameTeam } from '../../members/name-team.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import type { Doors } from '../../slack/doors.ts';
import type { FormValues } from '../../slack/form.ts';
import { inert } from '../../slack/mrkdwn.ts';
import { addOrganization } from '../add-organization.ts';
import { changePartnership } from '../change-partnership.ts';
import { describeOrganization } from '../describe-organization.ts';
import { domainsIn } from '../description.ts';
import type { Sector } from '../partnership.ts';
import { guestForm, setupForm } from './form-view.ts';
import { glance, type PersonOf } from './glance-talk.ts';
import { membersMessage } from './glance-view.ts';
import { PARTNERSHIPS } from './ids.ts';
import { getMember } from './setup-talk.ts';

export function registerPartnerships(doors: Doors, personOf: PersonOf): void {
  doors.click(PARTNERSHIPS.setup, async (click) => {
    const ctx = await click.context(click.asking.isDirect ? { channelId: click.value } : {});
    const own = organizationOf(ctx, actingMember(ctx));
    return { form: setupForm(ctx.partnership, own, await listMembers(ctx)) };
  });

  doors.form(PARTNERSHIPS.setup, async (submission) => {
    const ctx = await submission.context();
    const partnership = await saveSetup(ctx, submission.values, personOf);
    return glance({ ...ctx, partnership }, 'Saved.');
  });

  doors.click(PARTNERSHIPS.guest, async (click) => {
    const ctx = await click.context(click.asking.isDirect ? { channelId: click.value } : {});
    return { form: guestForm(ctx.partnership) };
  });

  doors.form(PARTNERSHIPS.guest, async (submission) =>
    saveGuest(await submission.context(), submission.values, personOf),
  );

  for (const id of [PARTNERSHIPS.members, PARTNERSHIPS.membersNext]) {
    doors.click(id, async (click) => {
      const [page = '1', channelId = ''] = click.value.split(' ');
      const ctx = await click.context(click.asking.isDirect ? { channelId } : {});
      return { message: membersMessage(ctx.partnership, await listMembers(ctx), Number(page)) };
    });
  }
}

/** All of the form or nothing of it. */
async function saveSetup(ctx: Context, values: FormValues, personOf: PersonOf) {
  const membersOf = (block: string) =>
    Promise.all(values.list(block).map((userId) => getMember(ctx, userId, personOf)));
  const coordinators = await membersOf('coordinators');
  const representatives = await membersOf('representatives');
  const own = organizationOf(ctx, actingMember(ctx));
  const [name, purpose] = [values.text('name'), values.text('purpose')];
  const isChanged = name !== ctx.partnership.name || purpose !== (ctx.partnership.purpose ?? '');
  return transaction(ctx, async (tx) => {
    if (isChanged) await changePartnership(tx, { name, purpose });
    const sector = values.text('sector') as Sector | '';
    const described = await describeOrganization(tx, {
      organizationId: own.id,
      name: values.text('orgName'),
      shortName: values.text('shortName'),
      timeZone: values.text('timeZone'),
      ...(sector && { sector }),
    });
    await nameTeam(tx, { coordinators, representatives });
    return described;
  });
}

async function saveGuest(ctx: Context, values: FormValues, personOf: PersonOf): Promise<Message> {
  const person = await personOf(values.text('person'));
  if (!person) throw new Refusal('not-found', 'Slack doesn’t show me that person.', 'person');
  const newName = values.text('newOrganization');
  const domains = domainsIn(values.text('emailDomains'));
  const chosen = values.text('organization');
  if (!newName && !chosen) {
    throw new Refusal(
      'invalid',
      'Choose an organization, or write the name of a new one.',
      'newOrganization',
    );
  }
  const partnership = await transaction(ctx, async (tx) => {
    const added = newName ? await addOrganization(tx, { name: newName }) : undefined;
    const wider = added ? { ...tx, partnership: added.partnership } : tx;
    const organizationId = added?.organization.id ?? chosen;
    if (domains.length > 0) {
      await describeOrganization(wider, { organizationId, emailDomains: domains });
    }
    await assignGuest(wider, { person, organizationId });
    return wider.partnership;
  });
  return glance({ ...ctx, partnership }, `${inert(person.displayName)} is assigned.`);
}
