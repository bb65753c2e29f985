import { expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { assignGuest } from '../../src/members/assign-guest.ts';
import { deactivateMember } from '../../src/members/store.ts';
import { addOrganization } from '../../src/partnerships/add-organization.ts';
import { organizationNamed } from '../../src/partnerships/partnership.ts';
import { founded, type Ground, guest, leave, NOON, refusal } from '../partnerships/ground.ts';

async function assign(ground: Ground, by: string, userId: string, to: string, more = {}) {
  const ctx = await ground.as(by);
  const organizationId = organizationNamed(ctx.partnership, to)?.id ?? 'none';
  return assignGuest(ctx, { person: guest(userId, more), organizationId });
}

/** City has a coordinator, and Lantern was added for guests of its workspace. */
async function withLantern(): Promise<Ground> {
  const ground = await founded();
  await ground.join('URENATA', 'City of Alder Falls', { coordinator: true });
  await ground.join('UMARCUS', 'City of Alder Falls');
  await ground.join('ULENA', 'Quill');
  await addOrganization(await ground.as('URENATA'), { name: 'Lantern Health' });
  return ground;
}

test('the first guest of an organization without a team is assigned by a coordinator', async () => {
  const ground = await withLantern();
  expect((await refusal(assign(ground, 'UMARCUS', 'UAMARA', 'Lantern Health'))).text).toContain(
    'coordinator',
  );
  await assign(ground, 'URENATA', 'UAMARA', 'Lantern Health');
  const { member, partnership } = await ground.as('UAMARA');
  expect(member?.organizationId).toBe(organizationNamed(partnership, 'Lantern Health')?.id);
  expect((await ground.notes()).at(-1)).toEqual({
    what: 'members.assigned',
    detail: { of: member?.id, organization: member?.organizationId },
  });
});

test('once an organization has people, they say who else belongs to it', async () => {
  const ground = await withLantern();
  await assign(ground, 'URENATA', 'UAMARA', 'Lantern Health');
  const refused = await refusal(assign(ground, 'URENATA', 'UJOSUE', 'Lantern Health'));
  expect(refused.text).toContain('AMARA');
  expect(refused.field).toBe('organization');
  await assign(ground, 'UAMARA', 'UJOSUE', 'Lantern Health');
  expect((await ground.as('UJOSUE')).member).toBeDefined();
});

test('a coordinator puts nobody into another organization that has a team of its own', async () => {
  const ground = await withLantern();
  expect((await refusal(assign(ground, 'URENATA', 'UAMARA', 'Quill'))).text).toContain('Quill');
  expect((await ground.as('UAMARA')).member).toBeUndefined();
});

test('nobody takes a guest away from an organization that has named a coordinator', async () => {
  const ground = await withLantern();
  await ground.join('UAMARA', 'Lantern Health', { coordinator: true });
  await ground.join('UJOSUE', 'Lantern Health');
  expect((await refusal(assign(ground, 'ULENA', 'UJOSUE', 'Quill'))).text).toContain(
    'Lantern Health',
  );
});

test('a coordinator is not moved without the role being given up first', async () => {
  const ground = await withLantern();
  await ground.join('UAMARA', 'Lantern Health', { coordinator: true });
  expect((await refusal(assign(ground, 'ULENA', 'UAMARA', 'Quill'))).field).toBe('person');
  expect((await ground.as('UAMARA')).member?.coordinator).toBe(true);
});

test('who was assigned by mistake is moved, without the roles of before', async () => {
  const ground = await withLantern();
  await ground.join('UAMARA', 'Lantern Health', { representative: true });
  await assign(ground, 'ULENA', 'UAMARA', 'Quill');
  const { member, partnership } = await ground.as('UAMARA');
  expect(member?.organizationId).toBe(organizationNamed(partnership, 'Quill')?.id);
  expect(member?.representative).toBe(false);
});

test('who has spoken is not moved, not even after they left and came back', async () => {
  const ground = await withLantern();
  const amara = await ground.join('UAMARA', 'Lantern Health');
  const partnershipId = (await ground.as('ULENA')).partnership.id;
  const lena = await ground.join('ULENA', 'Quill');
  await inTransaction(ground.db, async (tx) => {
    const { id: subjectId } = await tx.subject.create({ data: { partnershipId, kind: 'term' } });
    const { id: proposalId } = await tx.proposal.create({
      data: {
        partnershipId,
        subjectId,
        version: 1,
        organizationId: lena.organizationId,
        memberId: lena.id,
        content: {},
        floorWorkingDays: 0,
        openedAt: NOON,
      },
    });
    await tx.stance.create({
      data: { partnershipId, proposalId, memberId: amara.id, kind: 'endorse', takenAt: NOON },
    });
  });
  expect((await refusal(assign(ground, 'ULENA', 'UAMARA', 'Quill'))).text).toContain('spoken');
  await inTransaction(ground.db, (tx) => deactivateMember(tx, partnershipId, 'UAMARA', NOON));
  expect((await refusal(assign(ground, 'ULENA', 'UAMARA', 'Quill'))).text).toContain('spoken');
  expect(await ground.db.member.findUnique({ where: { id: amara.id } })).toMatchObject({
    organizationId: amara.organizationId,
  });
});

test('only guests are assigned, and only to partners', async () => {
  const ground = await withLantern();
  expect(
    (await refusal(assign(ground, 'URENATA', 'UMARCUS', 'Lantern Health', { isGuest: false })))
      .field,
  ).toBe('person');
  expect((await refusal(assign(ground, 'URENATA', 'UAMARA', 'Nowhere'))).field).toBe(
    'organization',
  );
  await leave(ground);
  expect((await refusal(assign(ground, 'ULENA', 'UAMARA', 'Quill'))).text).toContain('left');
});
