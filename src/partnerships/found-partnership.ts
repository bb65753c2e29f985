import type { Db } from '../database/client.ts';
import { isConflict } from '../database/errors.ts';
import { inTransaction } from '../database/transaction.ts';
import { setAppointment } from '../schedule/appointments.ts';
import type { JobName } from '../schedule/queue.ts';
import { insertNote } from './note-store.ts';
import { type Partnership, shortNameOf } from './partnership.ts';
import { findPartnershipOfChannel, insertPartnership } from './store.ts';

export type FoundingInput = {
  readonly channel: {
    readonly slackId: string;
    readonly installationTeamId: string;
    readonly name: string;
  };
  /** The organizations that Slack says share the channel. */
  readonly organizations: readonly {
    readonly name: string;
    readonly slackTeamIds: readonly string[];
    readonly timeZone: string | undefined;
  }[];
  /** What recurs in every partnership, by the names of its jobs; the first turn is now. */
  readonly recurring?: readonly JobName[];
};

/** Founds the partnership of a channel; of two who come first at once, both get the same one. */
export async function foundPartnership(
  db: Db,
  now: Date,
  input: FoundingInput,
): Promise<Partnership> {
  try {
    await inTransaction(db, async (tx) => {
      const partnershipId = await insertPartnership(tx, {
        name: nameFrom(input.channel.name),
        foundedAt: now,
        channel: {
          slackId: input.channel.slackId,
          installationTeamId: input.channel.installationTeamId,
        },
        organizations: distinctlyNamed(input.organizations),
      });
      const what = 'partnerships.founded';
      await insertNote(tx, partnershipId, {
        at: now,
        memberId: undefined,
        subjectId: undefined,
        what,
        detail: {},
      });
      for (const turn of input.recurring ?? []) {
        await setAppointment(tx, { partnershipId, what: turn }, now);
      }
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  const founded = await findPartnershipOfChannel(db, input.channel.slackId);
  if (!founded)
    throw new Error(`channel ${input.channel.slackId} has no partnership after founding`);
  return founded;
}

/** `open-doors` → “Open doors”: a first name, editable in `/partnership setup`. */
function nameFrom(channelName: string): string {
  const words = channelName.replaceAll(/[-_]+/g, ' ').trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Our partnership';
}

function distinctlyNamed(organizations: FoundingInput['organizations']) {
  const distinctName = distinct();
  const distinctShortName = distinct();
  return organizations.map((organization) => {
    const name = distinctName(organization.name);
    return { ...organization, name, shortName: distinctShortName(shortNameOf(name)) };
  });
}

function distinct(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let candidate = name;
    for (let n = 2; taken.has(candidate.toLowerCase()); n += 1) candidate = `${name} ${n}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}
