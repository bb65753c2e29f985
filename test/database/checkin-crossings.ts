import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../../src/database/client.ts';
import { NOON, type World } from './rows.ts';

type Crossing = (db: PrismaClient, a: World, b: World) => Promise<unknown>;

/** A row of one partnership that points into another, for every reference between the tables of check-ins. */
export const checkinCrossings: Readonly<Record<string, Crossing>> = {
  checkin_partnership_id_member_id_fkey: (db, a, b) =>
    db.checkin.create({
      data: {
        partnershipId: a.partnershipId,
        memberId: b.memberId,
        state: 'joined',
        changedAt: NOON,
      },
    }),
  checkin_rather_not_partnership_id_member_id_fkey: (db, a, b) =>
    db.checkinRatherNot.create({
      data: { partnershipId: a.partnershipId, memberId: b.memberId, otherId: a.memberId },
    }),
  checkin_rather_not_partnership_id_other_id_fkey: (db, a, b) =>
    db.checkinRatherNot.create({
      data: { partnershipId: a.partnershipId, memberId: a.memberId, otherId: b.memberId },
    }),
  checkin_apart_partnership_id_organization_id_fkey: (db, a, b) =>
    db.checkinApart.create({
      data: {
        partnershipId: a.partnershipId,
        organizationId: b.organizationId,
        otherId: a.organizationId,
        until: NOON,
      },
    }),
  checkin_apart_partnership_id_other_id_fkey: (db, a, b) =>
    db.checkinApart.create({
      data: {
        partnershipId: a.partnershipId,
        organizationId: a.organizationId,
        otherId: b.organizationId,
        until: NOON,
      },
    }),
  checkin_group_partnership_id_round_id_fkey: async (db, a, b) =>
    addGroup(db, a, { roundId: await addRound(db, b) }),
  checkin_group_partnership_id_starter_id_fkey: async (db, a, b) =>
    addGroup(db, a, { roundId: await addRound(db, a), starterId: b.memberId }),
  checkin_place_partnership_id_round_id_fkey: async (db, a, b) =>
    addPlace(db, a, { roundId: await addRound(db, b) }),
  checkin_place_partnership_id_member_id_fkey: async (db, a, b) =>
    addPlace(db, a, { roundId: await addRound(db, a), memberId: b.memberId }),
  checkin_place_partnership_id_round_id_group_id_fkey: async (db, a, b) => {
    const theirs = await addRound(db, b);
    const groupId = await addGroup(db, b, { roundId: theirs, starterId: b.memberId });
    return addPlace(db, a, { roundId: await addRound(db, a), groupId });
  },
};

/** Opens and is over at once, so that there is room for another. */
async function addRound(db: PrismaClient, { partnershipId }: World, number = 1): Promise<string> {
  const { id } = await db.checkinRound.create({
    data: {
      partnershipId,
      number,
      opensOn: NOON,
      meetBy: NOON,
      openedAt: NOON,
      closedAt: NOON,
    },
  });
  return id;
}

async function addGroup(
  db: PrismaClient,
  { partnershipId, memberId }: World,
  given: { readonly roundId: string; readonly starterId?: string },
): Promise<string> {
  const { id } = await db.checkinGroup.create({
    data: { id: randomUUID(), partnershipId, starterId: memberId, ...given },
  });
  return id;
}

function addPlace(
  db: PrismaClient,
  { partnershipId, memberId }: World,
  given: { readonly roundId: string; readonly memberId?: string; readonly groupId?: string },
): Promise<unknown> {
  return db.checkinPlace.create({ data: { partnershipId, memberId, ...given } });
}
