import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../../src/database/client.ts';

export const NOON: Date = new Date('2026-03-02T12:00:00Z');

export type World = {
  readonly partnershipId: string;
  readonly organizationId: string;
  readonly memberId: string;
  readonly subjectId: string;
  readonly proposalId: string;
};

/** A partnership of one organization with one member, who put one term forward. */
export async function foundWorld(db: PrismaClient): Promise<World> {
  const { id: partnershipId } = await db.partnership.create({
    data: { name: 'Open Doors', foundedAt: NOON },
  });
  const { id: organizationId } = await db.organization.create({
    data: { partnershipId, name: 'Harbour Trust', shortName: 'Harbour' },
  });
  const { id: memberId } = await db.member.create({
    data: {
      partnershipId,
      organizationId,
      slackTeamId: 'T1',
      slackUserId: 'U1',
      displayName: 'Ada',
    },
  });
  const { id: subjectId } = await db.subject.create({ data: { partnershipId, kind: 'term' } });
  await db.term.create({
    data: { id: subjectId, partnershipId, text: 'MoU', normalized: 'mou', createdAt: NOON },
  });
  const world = { partnershipId, organizationId, memberId, subjectId };
  return { ...world, proposalId: await putForward(db, world, 1) };
}

export async function putForward(
  db: PrismaClient,
  world: Omit<World, 'proposalId'>,
  version: number,
  changes: { readonly partnershipId?: string; readonly memberId?: string } = {},
): Promise<string> {
  const { partnershipId, organizationId, memberId, subjectId } = world;
  const { id } = await db.proposal.create({
    data: {
      partnershipId,
      organizationId,
      memberId,
      subjectId,
      version,
      content: { definition: `version ${version}` },
      floorWorkingDays: 0,
      openedAt: NOON,
      ...changes,
    },
  });
  return id;
}

export function stanceOf(world: World, memberId: string = world.memberId) {
  const { partnershipId, proposalId } = world;
  return { partnershipId, proposalId, memberId, kind: 'endorse', takenAt: NOON } as const;
}

/** One more member of the organization. */
export async function addMember(db: PrismaClient, world: World): Promise<string> {
  const { partnershipId, organizationId } = world;
  const { id } = await db.member.create({
    data: {
      partnershipId,
      organizationId,
      slackTeamId: 'T1',
      slackUserId: `U${randomUUID()}`,
      displayName: 'Grace',
    },
  });
  return id;
}
