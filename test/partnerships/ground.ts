import { randomUUID } from 'node:crypto';
import type { Context } from '../../src/context.ts';
import type { Database, PrismaClient } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { createFacts } from '../../src/facts.ts';
import type { Member, SlackPerson } from '../../src/members/member.ts';
import { changeMember, findMemberByPerson, putMember } from '../../src/members/store.ts';
import { foundPartnership } from '../../src/partnerships/found-partnership.ts';
import { organizationNamed } from '../../src/partnerships/partnership.ts';
import { findPartnership } from '../../src/partnerships/store.ts';
import { SPOKEN_BY } from '../../src/work.ts';
import { freshDatabase } from '../support/database.ts';

export const NOON: Date = new Date('2026-11-24T12:00:00Z');

type Roles = Partial<Pick<Member, 'coordinator' | 'representative' | 'observer'>>;

/** City and Quill share a channel. Nobody has a role yet. */
export type Ground = {
  readonly db: PrismaClient;
  readonly partnershipId: string;
  /** Somebody of an organization; the same user id is the same person. */
  join(userId: string, organization: string, roles?: Roles): Promise<Member>;
  /** What a use case is given when this person asks, read anew. */
  as(userId: string): Promise<Context>;
  /** What was noted, oldest first. */
  notes(): Promise<readonly { what: string; detail: unknown }[]>;
};

export function guest(userId: string, more: Partial<SlackPerson> = {}): SlackPerson {
  const displayName = userId.slice(1);
  const nothing = { timeZone: undefined, email: undefined };
  return {
    userId,
    teamIds: ['TCITY'],
    displayName,
    ...nothing,
    isGuest: true,
    isGone: false,
    ...more,
  };
}

/** One for all files of a worker, and gone with it: each test founds its own partnership in it. */
let opened: Promise<Database> | undefined;

export async function founded(): Promise<Ground> {
  opened ??= freshDatabase();
  const { client: db } = await opened;
  const { id } = await foundPartnership(db, NOON, {
    channel: { slackId: `C${randomUUID()}`, installationTeamId: 'TCITY', name: 'open-doors' },
    organizations: [
      { name: 'City of Alder Falls', slackTeamIds: ['TCITY'], timeZone: undefined },
      { name: 'Quill', slackTeamIds: ['TQUILL'], timeZone: undefined },
    ],
  });
  const partnership = async () => {
    const found = await findPartnership(db, id);
    if (!found) throw new Error('the partnership is gone');
    return found;
  };
  return {
    db,
    partnershipId: id,
    async join(userId, name, roles = {}) {
      const organization = organizationNamed(await partnership(), name);
      if (!organization) throw new Error(`no organization ${name}`);
      return inTransaction(db, async (tx) => {
        const member = await putMember(tx, id, {
          organizationId: organization.id,
          slackTeamId: organization.slackTeamIds[0] ?? 'TCITY',
          slackUserId: userId,
          displayName: userId.slice(1),
          timeZone: undefined,
        });
        await changeMember(tx, id, member.id, roles);
        return { ...member, ...roles };
      });
    },
    async as(userId) {
      const person = { userId, teamIds: ['TCITY', 'TQUILL'] };
      return {
        db,
        clock: { now: () => NOON },
        jobs: { add: async () => {} },
        facts: createFacts(
          { clock: { now: () => NOON }, jobs: () => ({ add: async () => {} }) },
          { hears: [], spokenBy: SPOKEN_BY },
        ),
        changed: () => {},
        partnership: await partnership(),
        member: await findMemberByPerson(db, id, person),
      };
    },
    async notes() {
      const notes = await db.note.findMany({
        where: { partnershipId: id },
        orderBy: { id: 'asc' },
      });
      return notes.map(({ what, detail }) => ({ what, detail }));
    },
  };
}

/** Quill no longer shares the channel. */
export async function leave({ db, partnershipId }: Ground): Promise<void> {
  const where = { partnershipId, name: 'Quill' };
  await db.organization.updateMany({ where, data: { leftAt: NOON } });
}

/** The sentence and the field of a refusal. */
export async function refusal(work: Promise<unknown>): Promise<{ text: string; field: unknown }> {
  try {
    await work;
  } catch (error) {
    const { name, message, field } = error as Error & { field?: string };
    if (name !== 'Refusal') throw error;
    return { text: message, field };
  }
  throw new Error('it was not refused');
}
