import { answer } from '../../src/agreements/answer.ts';
import type { Context } from '../../src/context.ts';
import type { PrismaClient } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { insertImport } from '../../src/exchange/store.ts';
import { termAgreeable } from '../../src/glossary/agreeable.ts';
import { defineTerm } from '../../src/glossary/define-term.ts';
import { markTerm } from '../../src/glossary/store.ts';
import { addMeetings } from '../../src/meetings/add-meetings.ts';
import type { Member } from '../../src/members/member.ts';
import { changeMember, listMembers, putMember } from '../../src/members/store.ts';
import { addMilestone } from '../../src/milestones/add-milestone.ts';
import { milestoneAgreeable } from '../../src/milestones/agreeable.ts';
import { reportForecast } from '../../src/milestones/report-forecast.ts';
import { foundPartnership } from '../../src/partnerships/found-partnership.ts';
import { organizationNamed } from '../../src/partnerships/partnership.ts';
import { findPartnership } from '../../src/partnerships/store.ts';

/*
 * City has named a coordinator and a representative, Quill nobody; Lantern is another organization, and
 * Gone has left. What the deeds are about is put forward, and agreed, once for each of the three.
 */

export const CHANNEL = 'C0DEEDS';
const NOON = new Date('2026-11-24T12:00:00Z');

export type OrganizationName = 'City' | 'Lantern' | 'Quill' | 'Gone';

type Roles = Partial<Pick<Member, 'coordinator' | 'representative' | 'observer'>>;

type Person = { readonly of: OrganizationName; readonly roles?: Roles };

const PEOPLE = {
  coordinator: { of: 'City', roles: { coordinator: true } },
  representative: { of: 'City', roles: { representative: true } },
  member: { of: 'City' },
  unnamed: { of: 'Quill' },
  guest: { of: 'Quill' },
  observer: { of: 'City', roles: { observer: true } },
  other: { of: 'Lantern', roles: { coordinator: true, representative: true } },
  left: { of: 'Gone', roles: { coordinator: true, representative: true } },
  // Whose the things are that others act upon.
  cityPeer: { of: 'City', roles: { coordinator: true, representative: true } },
  quillPeer: { of: 'Quill' },
  lanternPeer: { of: 'Lantern', roles: { coordinator: true, representative: true } },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;

export const PEER = { City: 'cityPeer', Quill: 'quillPeer', Lantern: 'lanternPeer' } as const;

export type Owner = keyof typeof PEER;

/** What the deeds are about, by the organization whose it is. */
export type Things = {
  readonly openTerm: string;
  readonly editorialTerm: string;
  readonly agreedTerm: string;
  readonly comparedTerm: string;
  /** Its owner and one more have written, the third has not. */
  readonly blindTerm: string;
  readonly openMilestone: string;
  readonly askedMilestone: string;
  readonly agreedMilestone: string;
};

export type Scene = {
  readonly db: PrismaClient;
  readonly things: Readonly<Record<Owner, Things>>;
  /** What a use case is given when this person asks; undefined is somebody of no known organization. */
  as(person: PersonName | undefined): Context;
  readonly memberIds: Readonly<Record<PersonName, string>>;
};

export async function deedsScene(db: PrismaClient): Promise<Scene> {
  const { id } = await foundPartnership(db, NOON, {
    channel: { slackId: CHANNEL, installationTeamId: 'TCity', name: 'open-doors' },
    organizations: ['City', 'Lantern', 'Quill', 'Gone'].map((name) => ({
      name,
      slackTeamIds: [`T${name}`],
      timeZone: undefined,
    })),
  });
  const found = await findPartnership(db, id);
  if (!found) throw new Error('the partnership is gone');
  await inTransaction(db, async (tx) => {
    for (const [name, { of, ...given }] of Object.entries<Person>(PEOPLE)) {
      const { id: memberId } = await putMember(tx, id, {
        organizationId: organizationNamed(found, of)?.id ?? '',
        slackTeamId: name === 'guest' ? 'TCity' : `T${of}`,
        slackUserId: `U${name}`,
        displayName: name,
        timeZone: undefined,
      });
      await changeMember(tx, id, memberId, given.roles ?? {});
    }
  });
  await db.organization.updateMany({ where: { name: 'Gone' }, data: { leftAt: NOON } });
  const partnership = await findPartnership(db, id);
  if (!partnership) throw new Error('the partnership is gone');
  const members = await listMembers(db, id);
  const memberOf = (name: PersonName) =>
    members.find(({ slackUserId }) => slackUserId === `U${name}`);
  const as = (name: PersonName | undefined): Context => ({
    db,
    clock: { now: () => NOON },
    jobs: { add: async () => {} },
    facts: { tell: async () => {}, hasSpoken: async () => false },
    changed: () => {},
    partnership,
    member: name && memberOf(name),
  });
  const things = {
    City: await thingsOf(as, 'City'),
    Quill: await thingsOf(as, 'Quill'),
    Lantern: await thingsOf(as, 'Lantern'),
  };
  const names = Object.keys(PEOPLE) as PersonName[];
  const memberIds = Object.fromEntries(
    names.map((name) => [name, memberOf(name)?.id ?? '']),
  ) as Record<PersonName, string>;
  return { db, things, as, memberIds };
}

async function thingsOf(as: Scene['as'], owner: Owner): Promise<Things> {
  const own = as(PEER[owner]);
  const others = Object.entries(PEER).flatMap(([name, peer]) => (name === owner ? [] : [as(peer)]));
  const [first = own] = others;
  const define = async (text: string, definition: string, editorial = false) => {
    const given = { text: `${text} of ${owner}`, content: { definition }, editorial };
    return (await defineTerm(own, given)).entry.id;
  };
  const openTerm = await define('open', 'put forward');
  const editorialTerm = await define('editorial', 'put forward');
  await answer(first, termAgreeable, { subjectId: editorialTerm, kind: 'endorse' });
  await define('editorial', 'worded otherwise', true);
  const agreedTerm = await define('agreed', 'what all of us mean');
  for (const ctx of others)
    await answer(ctx, termAgreeable, { subjectId: agreedTerm, kind: 'endorse' });
  const comparedTerm = await define('compared', 'one idea');
  await markTerm(own.db as never, own.partnership.id, comparedTerm, { conflict: 'homonym' });
  const blindTerm = await define('blind', 'ours');
  await defineTerm(first, { text: `blind of ${owner}`, content: { definition: 'theirs' } });
  const reach = async (title: string, openly: boolean, on = '2027-03-16') => {
    const added = await addMilestone(own, { title: `${title} of ${owner}`, on, openly });
    return added.seen.milestone.id;
  };
  const openMilestone = await reach('Open', true);
  const askedMilestone = await reach('Asked', false);
  const agreedMilestone = await reach('Agreed', true);
  for (const ctx of others)
    await answer(ctx, milestoneAgreeable, { subjectId: agreedMilestone, kind: 'endorse' });
  await reportForecast(own, { milestoneId: agreedMilestone, on: '2027-04-01' });
  await addMeetings(own, { name: 'council', days: ['2027-01-05'] });
  return {
    openTerm,
    editorialTerm,
    agreedTerm,
    comparedTerm,
    blindTerm,
    openMilestone,
    askedMilestone,
    agreedMilestone,
  };
}

/** An import that stands where its author looks at it, or where the coordinators are asked. */
export async function importOf(ctx: Context, memberId: string, isAsked: boolean): Promise<string> {
  const importId = await insertImport(ctx.db as never, ctx.partnership.id, {
    memberId,
    source: 'a file',
    fileId: undefined,
    pasted: undefined,
    channelId: CHANNEL,
    createdAt: NOON,
  });
  await ctx.db.termImport.update({
    where: { id: importId },
    data: isAsked ? { state: 'asking', askedAt: NOON } : { state: 'ready' },
  });
  const row = {
    importId,
    partnershipId: ctx.partnership.id,
    line: 1,
    kind: 'new',
    term: 'x',
  } as const;
  await ctx.db.termImportRow.create({ data: row });
  return importId;
}
