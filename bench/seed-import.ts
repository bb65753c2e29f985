import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../src/database/client.ts';

/** A partnership of three organizations with a coordinator each, and no terms; its id. */
export async function seedEmpty(client: PrismaClient): Promise<string> {
  const partnershipId = randomUUID();
  await client.partnership.create({
    data: { id: partnershipId, name: 'Open Doors', foundedAt: new Date('2026-05-01T12:00:00Z') },
  });
  for (const name of ['City', 'Lantern', 'Quillstone']) {
    const organization = { id: randomUUID(), partnershipId, name, shortName: name };
    await client.organization.create({ data: organization });
    await client.member.create({
      data: {
        partnershipId,
        organizationId: organization.id,
        slackTeamId: `T${name}`,
        slackUserId: `U${name}`,
        displayName: name,
        coordinator: true,
      },
    });
  }
  return partnershipId;
}

/** The fewest statements that leave a term, its label, its usage, its proposal and its note for each row. */
export async function insertAtLeast(client: PrismaClient, rows: number): Promise<void> {
  const partnershipId = await seedEmpty(client);
  const { id: memberId, organizationId } = await client.member.findFirstOrThrow({
    where: { partnershipId },
  });
  await client.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        insert into subject (id, partnership_id, kind)
        select gen_random_uuid(), ${partnershipId}::uuid, 'term' from generate_series(1, ${rows}::int)`;
      await tx.$executeRaw`
        insert into term (id, partnership_id, text, normalized, created_at)
        select id, partnership_id, 'term ' || id, 'term ' || id, now() from subject
        where partnership_id = ${partnershipId}::uuid`;
      await tx.$executeRaw`
        insert into term_label (id, partnership_id, term_id, text, normalized)
        select gen_random_uuid(), partnership_id, id, text, normalized from term
        where partnership_id = ${partnershipId}::uuid`;
      await tx.$executeRaw`
        insert into usage (partnership_id, term_id, organization_id, member_id, meaning, written_at)
        select partnership_id, id, ${organizationId}::uuid, ${memberId}::uuid, text, now() from term
        where partnership_id = ${partnershipId}::uuid`;
      await tx.$executeRaw`
        insert into proposal (id, partnership_id, subject_id, version, organization_id, member_id,
          content, floor_working_days, opened_at)
        select gen_random_uuid(), partnership_id, id, 1, ${organizationId}::uuid, ${memberId}::uuid,
          jsonb_build_object('definition', text), 0, now() from term
        where partnership_id = ${partnershipId}::uuid`;
      await tx.$executeRaw`
        insert into note (partnership_id, at, member_id, subject_id, what)
        select partnership_id, now(), ${memberId}::uuid, id, 'agreements.proposed' from term
        where partnership_id = ${partnershipId}::uuid`;
    },
    { timeout: 120_000 },
  );
}
