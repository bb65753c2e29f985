import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, PrismaClient } from '../../src/database/client.ts';
import { freshDatabase } from '../support/database.ts';
import { refused } from './refusal.ts';
import { addMember, foundWorld, NOON, putForward, stanceOf, type World } from './rows.ts';

const LATER = new Date('2026-03-03T12:00:00Z');
const EARLIER = new Date('2026-03-01T12:00:00Z');

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

type Act = (db: PrismaClient, world: World) => Promise<unknown>;

async function close(db: PrismaClient, { proposalId }: World, state: 'agreed' | 'superseded') {
  await db.proposal.update({ where: { id: proposalId }, data: { state, closedAt: NOON } });
}

async function agree(db: PrismaClient, world: World): Promise<void> {
  await close(db, world, 'agreed');
  const { partnershipId, subjectId, proposalId } = world;
  await db.agreement.create({ data: { partnershipId, subjectId, proposalId, agreedAt: NOON } });
}

describe('the database refuses', () => {
  const refusals: Readonly<Record<string, readonly [rule: string, act: Act]>> = {
    'two open versions of one subject': [
      '23505 proposal_one_open',
      (db, world) => putForward(db, world, 2),
    ],
    'the same version twice': [
      '23505 proposal_subject_id_version_key',
      async (db, world) => {
        await close(db, world, 'superseded');
        await putForward(db, world, 1);
      },
    ],
    'a version zero': [
      '23514 proposal_version_from_one',
      async (db, world) => {
        await close(db, world, 'superseded');
        await putForward(db, world, 0);
      },
    ],
    'a floor below zero': [
      '23514 proposal_floor_not_negative',
      (db, { proposalId }) =>
        db.proposal.update({ where: { id: proposalId }, data: { floorWorkingDays: -1 } }),
    ],
    'an open version that is closed already': [
      '23514 proposal_closed_at_when_closed',
      (db, { proposalId }) =>
        db.proposal.update({ where: { id: proposalId }, data: { closedAt: NOON } }),
    ],
    'a closed version without its time': [
      '23514 proposal_closed_at_when_closed',
      (db, { proposalId }) =>
        db.proposal.update({ where: { id: proposalId }, data: { state: 'withdrawn' } }),
    ],
    'other words under the same version': [
      '23514 proposal_is_not_rewritten',
      (db, { proposalId }) =>
        db.proposal.update({ where: { id: proposalId }, data: { content: { definition: 'x' } } }),
    ],
    'a closed version opened again': [
      '23514 proposal_stays_closed',
      async (db, world) => {
        await close(db, world, 'superseded');
        await db.proposal.update({
          where: { id: world.proposalId },
          data: { state: 'open', closedAt: null },
        });
      },
    ],
    'two agreements in force for one subject': [
      '23505 agreement_one_in_force',
      async (db, world) => {
        await agree(db, world);
        await agree(db, { ...world, proposalId: await putForward(db, world, 2) });
      },
    ],
    'two agreements about one version': [
      '23505 agreement_proposal_id_key',
      async (db, world) => {
        await agree(db, world);
        const { partnershipId, subjectId, proposalId } = world;
        await db.agreement.create({
          data: { partnershipId, subjectId, proposalId, agreedAt: NOON, endedAt: LATER },
        });
      },
    ],
    'an agreement that ended before it began': [
      '23514 agreement_ends_after_it_began',
      async (db, world) => {
        await agree(db, world);
        await db.agreement.updateMany({ data: { endedAt: EARLIER } });
      },
    ],
    'an agreement about a version of another subject': [
      '23503 agreement_partnership_id_subject_id_proposal_id_fkey',
      async (db, world) => {
        const { partnershipId, proposalId } = world;
        const other = await db.subject.create({ data: { partnershipId, kind: 'vision' } });
        await db.agreement.create({
          data: { partnershipId, subjectId: other.id, proposalId, agreedAt: NOON },
        });
      },
    ],
    'two stances of one member on one version': [
      '23505 stance_proposal_id_member_id_key',
      async (db, world) => {
        await db.stance.create({ data: stanceOf(world) });
        await db.stance.create({ data: { ...stanceOf(world), kind: 'concern' } });
      },
    ],
    'a stance on an old version': [
      '23514 stance_on_open_version',
      async (db, world) => {
        await close(db, world, 'superseded');
        await db.stance.create({ data: stanceOf(world) });
      },
    ],
    'a change of mind about an old version': [
      '23514 stance_on_open_version',
      async (db, world) => {
        const { id } = await db.stance.create({ data: stanceOf(world) });
        await close(db, world, 'agreed');
        await db.stance.update({ where: { id }, data: { kind: 'concern' } });
      },
    ],
    'a stance moved away from an old version': [
      '23514 stance_on_open_version',
      async (db, world) => {
        const { id } = await db.stance.create({ data: stanceOf(world) });
        await close(db, world, 'superseded');
        const proposalId = await putForward(db, world, 2);
        await db.stance.update({ where: { id }, data: { proposalId } });
      },
    ],
    'an objection without a reason': [
      '23514 stance_objection_has_reason',
      (db, world) => db.stance.create({ data: { ...stanceOf(world), kind: 'object' } }),
    ],
    'an objection with a blank reason': [
      '23514 stance_objection_has_reason',
      (db, world) =>
        db.stance.create({ data: { ...stanceOf(world), kind: 'object', reason: ' \n' } }),
    ],
    'an observer who coordinates': [
      '23514 member_observer_only_observes',
      (db, { memberId }) =>
        db.member.update({ where: { id: memberId }, data: { observer: true, coordinator: true } }),
    ],
    'an observer who represents': [
      '23514 member_observer_only_observes',
      (db, { memberId }) =>
        db.member.update({
          where: { id: memberId },
          data: { observer: true, representative: true },
        }),
    ],
    'a member moved to another organization who has spoken for the first': [
      '23503 proposal_partnership_id_organization_id_member_id_fkey',
      async (db, { partnershipId, memberId }) => {
        const other = await db.organization.create({
          data: { partnershipId, name: 'City Council', shortName: 'City' },
        });
        await db.member.update({ where: { id: memberId }, data: { organizationId: other.id } });
      },
    ],
    'a working week with an eighth day': [
      '23514 organization_working_week',
      (db, { organizationId }) =>
        db.organization.update({ where: { id: organizationId }, data: { workingWeek: [1, 8] } }),
    ],
    'a working week without a day': [
      '23514 organization_working_week',
      (db, { organizationId }) =>
        db.organization.update({ where: { id: organizationId }, data: { workingWeek: [] } }),
    ],
    'an organization without a name': [
      '23514 organization_has_name',
      (db, { organizationId }) =>
        db.organization.update({ where: { id: organizationId }, data: { shortName: '  ' } }),
    ],
    'a term without text': [
      '23514 term_has_text',
      (db, { subjectId }) => db.term.update({ where: { id: subjectId }, data: { text: ' ' } }),
    ],
    'the same term twice': [
      '23505 term_partnership_id_normalized_key',
      async (db, { partnershipId }) => {
        const { id } = await db.subject.create({ data: { partnershipId, kind: 'term' } });
        await db.term.create({
          data: { id, partnershipId, text: 'MOU', normalized: 'mou', createdAt: NOON },
        });
      },
    ],
    'a label without text': [
      '23514 term_label_has_text',
      (db, { partnershipId, subjectId }) =>
        db.termLabel.create({
          data: { partnershipId, termId: subjectId, text: '', normalized: '' },
        }),
    ],
    'one preferred name for two terms': [
      '23505 term_label_one_preferred',
      async (db, { partnershipId, subjectId }) => {
        const { id } = await db.subject.create({ data: { partnershipId, kind: 'term' } });
        await db.term.create({
          data: { id, partnershipId, text: 'Pact', normalized: 'pact', createdAt: NOON },
        });
        const label = { partnershipId, text: 'M', normalized: 'm', rating: 'preferred' } as const;
        await db.termLabel.create({ data: { ...label, termId: id } });
        await db.termLabel.create({ data: { ...label, termId: subjectId } });
      },
    ],
    'a usage without a meaning': [
      '23514 usage_has_meaning',
      (db, { partnershipId, organizationId, memberId, subjectId }) =>
        db.usage.create({
          data: {
            partnershipId,
            organizationId,
            memberId,
            termId: subjectId,
            meaning: ' ',
            writtenAt: NOON,
          },
        }),
    ],
    'missed look-ups counted by a day that is no Monday': [
      '23514 missed_look_up_week_is_monday',
      (db, { partnershipId }) =>
        db.missedLookUp.create({
          data: { partnershipId, normalized: 'x', text: 'X', week: new Date('2026-03-03') },
        }),
    ],
    'a channel in two partnerships': [
      '23505 channel_pkey',
      async (db, { partnershipId }) => {
        const channel = { slackId: 'C-twice', installationTeamId: 'T1' };
        await db.channel.create({ data: { ...channel, partnershipId } });
        const other = await foundWorld(db);
        await db.channel.create({ data: { ...channel, partnershipId: other.partnershipId } });
      },
    ],
  };

  test.each(Object.entries(refusals))('%s', async (_name, [rule, act]) => {
    const db = database.client;
    const world = await foundWorld(db);
    expect(await refused(() => act(db, world))).toBe(rule);
  });
});

describe('a note', () => {
  const changes: Readonly<Record<string, string>> = {
    'is not changed': `update note set what = 'x'`,
    'is not removed': 'delete from note',
    'is not truncated': 'truncate note',
    'is not truncated with its partnership': 'truncate partnership cascade',
  };

  test.each(Object.entries(changes))('%s', async (_name, sql) => {
    const db = database.client;
    const { partnershipId } = await foundWorld(db);
    await db.note.create({ data: { partnershipId, at: NOON, what: 'partnerships.founded' } });
    expect(await refused(() => db.$executeRawUnsafe(sql))).toBe('23514 note_append_only');
    expect(await db.note.count({ where: { partnershipId } })).toBe(1);
  });
});

test('members of one organization each take their own stance, and old agreements stay', async () => {
  const db = database.client;
  const world = await foundWorld(db);
  await db.stance.create({ data: stanceOf(world) });
  await db.stance.create({ data: stanceOf(world, await addMember(db, world)) });
  await agree(db, world);
  await db.agreement.updateMany({
    where: { subjectId: world.subjectId },
    data: { endedAt: LATER },
  });
  await agree(db, { ...world, proposalId: await putForward(db, world, 2) });
  expect(await db.agreement.count({ where: { subjectId: world.subjectId } })).toBe(2);
});
