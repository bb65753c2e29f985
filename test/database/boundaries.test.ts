import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, PrismaClient } from '../../src/database/client.ts';
import { freshDatabase } from '../support/database.ts';
import { checkinCrossings } from './checkin-crossings.ts';
import { refused } from './refusal.ts';
import { addMember, foundWorld, NOON, putForward, stanceOf, type World } from './rows.ts';
import { timeCrossings } from './time-crossings.ts';

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

describe('a row of one partnership cannot point into another:', () => {
  const crossings: Readonly<
    Record<string, (db: PrismaClient, a: World, b: World) => Promise<unknown>>
  > = {
    organization_team_partnership_id_organization_id_fkey: (db, a, b) =>
      db.organizationTeam.create({
        data: { ...pick(a, 'partnershipId'), ...pick(b, 'organizationId'), slackTeamId: 'T1' },
      }),
    member_partnership_id_organization_id_fkey: async (db, a, b) =>
      db.member.update({ where: { id: await addMember(db, a) }, data: pick(b, 'organizationId') }),
    proposal_partnership_id_subject_id_fkey: async (db, a, b) => {
      await supersede(db, b);
      await putForward(db, { ...a, ...pick(b, 'subjectId') }, 2);
    },
    proposal_partnership_id_organization_id_fkey: async (db, a, b) => {
      await supersede(db, a);
      await putForward(db, { ...a, ...pick(b, 'organizationId') }, 2);
    },
    proposal_partnership_id_organization_id_member_id_fkey: async (db, a, b) => {
      await supersede(db, a);
      await putForward(db, { ...a, ...pick(b, 'memberId') }, 2);
    },
    stance_partnership_id_proposal_id_fkey: (db, a, b) =>
      db.stance.create({ data: stanceOf({ ...a, ...pick(b, 'proposalId') }) }),
    stance_partnership_id_member_id_fkey: (db, a, b) =>
      db.stance.create({ data: stanceOf(a, b.memberId) }),
    agreement_partnership_id_subject_id_fkey: (db, a, b) =>
      db.agreement.create({
        data: {
          ...pick(a, 'partnershipId'),
          ...pick(b, 'subjectId', 'proposalId'),
          agreedAt: NOON,
        },
      }),
    agreement_partnership_id_subject_id_proposal_id_fkey: (db, a, b) =>
      db.agreement.create({
        data: {
          ...pick(a, 'partnershipId', 'subjectId'),
          ...pick(b, 'proposalId'),
          agreedAt: NOON,
        },
      }),
    term_partnership_id_id_fkey: (db, a, b) =>
      db.term.update({
        where: { id: a.subjectId },
        data: { ...pick(b, 'partnershipId'), normalized: 'pact' },
      }),
    term_label_partnership_id_term_id_fkey: (db, a, b) =>
      db.termLabel.create({
        data: { ...pick(a, 'partnershipId'), termId: b.subjectId, text: 'x', normalized: 'x' },
      }),
    usage_partnership_id_term_id_fkey: (db, a, b) =>
      db.usage.create({ data: usageOf({ ...a, ...pick(b, 'subjectId') }) }),
    usage_partnership_id_organization_id_fkey: (db, a, b) =>
      db.usage.create({ data: usageOf({ ...a, ...pick(b, 'organizationId') }) }),
    usage_partnership_id_organization_id_member_id_fkey: (db, a, b) =>
      db.usage.create({ data: usageOf({ ...a, ...pick(b, 'memberId') }) }),
    posting_partnership_id_subject_id_fkey: (db, a, b) =>
      db.posting.create({
        data: {
          ...pick(a, 'partnershipId'),
          ...pick(b, 'subjectId'),
          what: 'x',
          version: 1,
          claimedAt: NOON,
        },
      }),
    note_partnership_id_member_id_fkey: (db, a, b) =>
      db.note.create({
        data: { ...pick(a, 'partnershipId'), ...pick(b, 'memberId'), at: NOON, what: 'x' },
      }),
    note_partnership_id_subject_id_fkey: (db, a, b) =>
      db.note.create({
        data: { ...pick(a, 'partnershipId'), ...pick(b, 'subjectId'), at: NOON, what: 'x' },
      }),
    told_partnership_id_member_id_fkey: (db, a, b) =>
      db.told.create({
        data: {
          ...pick(a, 'partnershipId'),
          ...pick(b, 'memberId'),
          what: 'x',
          occasion: '1',
          at: NOON,
        },
      }),
    term_import_partnership_id_member_id_fkey: (db, a, b) =>
      bringIn(db, { ...a, ...pick(b, 'memberId') }),
    term_import_row_partnership_id_import_id_fkey: async (db, a, b) =>
      db.termImportRow.create({
        data: {
          ...pick(a, 'partnershipId'),
          importId: await bringIn(db, b),
          line: 1,
          kind: 'new',
          term: 'MOU',
        },
      }),
    term_import_consent_partnership_id_import_id_fkey: async (db, a, b) =>
      db.termImportConsent.create({ data: { ...yesOf(a), importId: await bringIn(db, b) } }),
    term_import_consent_partnership_id_organization_id_fkey: async (db, a, b) =>
      db.termImportConsent.create({
        data: { ...yesOf(a), ...pick(b, 'organizationId'), importId: await bringIn(db, a) },
      }),
    term_import_consent_partnership_id_organization_id_member__fkey: async (db, a, b) =>
      db.termImportConsent.create({
        data: { ...yesOf(a), ...pick(b, 'memberId'), importId: await bringIn(db, a) },
      }),
    reading_consent_partnership_id_channel_id_fkey: async (db, a, b) =>
      db.readingConsent.create({ data: { ...yesOf(a), channelId: await addChannel(db, b) } }),
    reading_consent_partnership_id_organization_id_fkey: async (db, a, b) =>
      db.readingConsent.create({
        data: { ...yesOf(a), ...pick(b, 'organizationId'), channelId: await addChannel(db, a) },
      }),
    reading_consent_partnership_id_organization_id_member_id_fkey: async (db, a, b) =>
      db.readingConsent.create({
        data: { ...yesOf(a), ...pick(b, 'memberId'), channelId: await addChannel(db, a) },
      }),
    word_reminder_partnership_id_member_id_fkey: (db, a, b) =>
      db.wordReminder.create({
        data: {
          ...pick(a, 'partnershipId'),
          ...pick(b, 'memberId'),
          termId: a.subjectId,
          remindedAt: NOON,
        },
      }),
    word_reminder_partnership_id_term_id_fkey: (db, a, b) =>
      db.wordReminder.create({
        data: { ...pick(a, 'partnershipId', 'memberId'), termId: b.subjectId, remindedAt: NOON },
      }),
    confusion_partnership_id_term_id_fkey: (db, a, b) =>
      db.confusion.create({
        data: {
          ...pick(a, 'partnershipId', 'memberId'),
          termId: b.subjectId,
          version: 1,
          at: NOON,
        },
      }),
    confusion_partnership_id_member_id_fkey: (db, a, b) =>
      db.confusion.create({
        data: {
          ...pick(a, 'partnershipId'),
          ...pick(b, 'memberId'),
          termId: a.subjectId,
          version: 1,
          at: NOON,
        },
      }),
    word_of_the_week_partnership_id_term_id_fkey: (db, a, b) =>
      db.wordOfTheWeek.create({
        data: { ...pick(a, 'partnershipId'), termId: b.subjectId, openedAt: NOON },
      }),
    noticeboard_partnership_id_channel_id_fkey: async (db, a, b) =>
      db.noticeboard.create({
        data: {
          ...pick(a, 'partnershipId'),
          channelId: await addChannel(db, b),
          refreshedAt: NOON,
        },
      }),
    ...timeCrossings,
    ...checkinCrossings,
  };

  test.each(Object.entries(crossings))('%s', async (rule, cross) => {
    const db = database.client;
    const [here, there] = [await foundWorld(db), await foundWorld(db)];
    expect(await refused(() => cross(db, here, there))).toBe(`23503 ${rule}`);
  });

  test('every reference between tables of partnerships is in this table', async () => {
    const references = await database.client.$queryRaw<{ name: string }[]>`
      select conname as name from pg_constraint
      where contype = 'f' and confrelid <> 'partnership'::regclass
        and connamespace = 'public'::regnamespace`;
    expect(Object.keys(crossings).sort()).toEqual(references.map(({ name }) => name).sort());
  });
});

async function supersede(db: PrismaClient, { proposalId }: World): Promise<void> {
  const data = { state: 'superseded', closedAt: NOON } as const;
  await db.proposal.update({ where: { id: proposalId }, data });
}

async function addChannel(db: PrismaClient, { partnershipId }: World): Promise<string> {
  const slackId = `C${randomUUID()}`;
  await db.channel.create({ data: { slackId, partnershipId, installationTeamId: 'T1' } });
  return slackId;
}

async function bringIn(db: PrismaClient, { partnershipId, memberId }: World): Promise<string> {
  const data = { partnershipId, memberId, source: 'a.csv', channelId: 'C1', createdAt: NOON };
  const { id } = await db.termImport.create({ data });
  return id;
}

function yesOf({ partnershipId, organizationId, memberId }: World) {
  return { partnershipId, organizationId, memberId, at: NOON };
}

function usageOf({ partnershipId, organizationId, memberId, subjectId }: World) {
  const meaning = 'a promise';
  return { partnershipId, organizationId, memberId, termId: subjectId, meaning, writtenAt: NOON };
}

function pick<Key extends keyof World>(world: World, ...keys: Key[]): Pick<World, Key> {
  return Object.fromEntries(keys.map((key) => [key, world[key]])) as Pick<World, Key>;
}
