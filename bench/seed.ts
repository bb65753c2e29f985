import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../src/database/client.ts';

export const PARTNERSHIPS = 200;
export const TERMS_EACH = 25;
const ORGANIZATIONS = ['City', 'Lantern', 'Quillstone'] as const;
const OPENED = new Date('2026-05-01T12:00:00Z');

export const channelOf = (partnership: number): string =>
  `C${String(partnership).padStart(8, '0')}`;
export const termOf = (term: number): string => `term ${term}`;

/** 5,000 agreed terms in 200 partnerships, each as three organizations use it. */
export async function seed(db: PrismaClient): Promise<void> {
  for (let p = 0; p < PARTNERSHIPS; p += 1) await seedPartnership(db, p);
}

async function seedPartnership(db: PrismaClient, number: number): Promise<void> {
  const partnershipId = randomUUID();
  await db.partnership.create({
    data: { id: partnershipId, name: `Partnership ${number}`, foundedAt: OPENED },
  });
  await db.channel.create({
    data: { partnershipId, slackId: channelOf(number), installationTeamId: 'T0CITY' },
  });
  const organizations = ORGANIZATIONS.map((name) => ({
    id: randomUUID(),
    partnershipId,
    name,
    shortName: name,
  }));
  await db.organization.createMany({ data: organizations });
  const members = organizations.map(({ id, name }) => ({
    id: randomUUID(),
    partnershipId,
    organizationId: id,
    slackTeamId: `T0${name.toUpperCase()}`,
    slackUserId: `U0${name.toUpperCase()}`,
    displayName: name,
  }));
  await db.member.createMany({ data: members });
  const terms = Array.from({ length: TERMS_EACH }, (_, term) => ({
    id: randomUUID(),
    proposalId: randomUUID(),
    text: termOf(term),
  }));
  const [first] = members;
  const proposer = { organizationId: first?.organizationId ?? '', memberId: first?.id ?? '' };
  await db.subject.createMany({
    data: terms.map(({ id }) => ({ id, partnershipId, kind: 'term' as const })),
  });
  await db.term.createMany({
    data: terms.map(({ id, text }) => ({
      id,
      partnershipId,
      text,
      normalized: text,
      createdAt: OPENED,
    })),
  });
  await db.termLabel.createMany({
    data: terms.map(({ id, text }) => ({
      partnershipId,
      termId: id,
      text,
      normalized: text,
      rating: 'preferred' as const,
    })),
  });
  await db.usage.createMany({
    data: terms.flatMap(({ id, text }) =>
      members.map((member) => ({
        partnershipId,
        termId: id,
        organizationId: member.organizationId,
        memberId: member.id,
        meaning: `What ${member.displayName} means when it says ${text}`,
        writtenAt: OPENED,
      })),
    ),
  });
  await db.proposal.createMany({
    data: terms.map(({ id, proposalId, text }) => ({
      id: proposalId,
      partnershipId,
      subjectId: id,
      version: 1,
      ...proposer,
      content: { definition: `The meaning of ${text} that every organization endorsed` },
      floorWorkingDays: 0,
      state: 'agreed' as const,
      openedAt: OPENED,
      closedAt: OPENED,
    })),
  });
  await db.agreement.createMany({
    data: terms.map(({ id, proposalId }) => ({
      partnershipId,
      subjectId: id,
      proposalId,
      agreedAt: OPENED,
    })),
  });
}
