import { actingMember, type Context, transaction } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { mayChangePartnership } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import { addNote } from './add-note.ts';
import { descriptionFault, tidy } from './description.ts';
import {
  freeShortName,
  type Organization,
  organizationById,
  organizationNamed,
  type Partnership,
} from './partnership.ts';
import { findPartnership, insertOrganization } from './store.ts';

export type Added = { readonly partnership: Partnership; readonly organization: Organization };

/** Adds an organization whose people are guests: Slack does not name it, so a person does. */
export async function addOrganization(
  ctx: Context,
  input: { readonly name: string },
): Promise<Added> {
  if (!mayChangePartnership(actingMember(ctx), await listMembers(ctx))) {
    throw refused('not-yours', 'A coordinator can add an organization. Ask one of yours.');
  }
  const name = tidy(input.name);
  const fault = descriptionFault({ name });
  if (fault) {
    throw refused(
      'invalid',
      `${fault.sentence} For example: \`/partnership setup organization Lantern Health\``,
    );
  }
  const known = organizationNamed(ctx.partnership, name);
  if (known?.hasLeft) {
    throw refused(
      'already-done',
      `${known.shortName} has left this partnership. It is back as soon as it shares the channel again.`,
    );
  }
  if (known) throw refused('already-done', `“${name}” is in this partnership already.`);
  return add(ctx, name).catch((error) => {
    if (!isConflict(error)) throw error;
    throw refused('already-done', `“${name}” was added by somebody else just now.`);
  });
}

function add(ctx: Context, name: string): Promise<Added> {
  return transaction(ctx, async (tx) => {
    const id = await insertOrganization(tx.db, tx.partnership.id, {
      name,
      shortName: freeShortName(tx.partnership, name),
      slackTeamIds: [],
      timeZone: undefined,
    });
    await addNote(tx, undefined, 'partnerships.added', { name, organization: id });
    const partnership = await findPartnership(tx.db, tx.partnership.id);
    const organization = partnership && organizationById(partnership, id);
    if (!organization) throw new Error('an organization is missing after it was added');
    return { partnership, organization };
  });
}

function refused(code: 'not-yours' | 'invalid' | 'already-done', sentence: string): Refusal {
  return new Refusal(code, sentence, 'newOrganization');
}
