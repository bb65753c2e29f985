import { expect, test } from 'vitest';
import { nameRole, type Role } from '../../src/members/name-role.ts';
import { nameTeam } from '../../src/members/name-team.ts';
import { listMembers } from '../../src/members/store.ts';
import { founded, type Ground, refusal } from '../partnerships/ground.ts';
import { SERVER_URL } from '../support/database.ts';

async function name(ground: Ground, by: string, userId: string, role: Role) {
  const { member } = await ground.as(userId);
  return nameRole(await ground.as(by), { memberId: member?.id ?? 'none', role });
}

async function city(): Promise<Ground> {
  const ground = await founded();
  await ground.join('URENATA', 'City of Alder Falls');
  await ground.join('UMARCUS', 'City of Alder Falls');
  await ground.join('ULENA', 'Quill');
  return ground;
}

test('any member names the first coordinator, and from then on coordinators name', async () => {
  const ground = await city();
  expect(await name(ground, 'UMARCUS', 'URENATA', 'coordinator')).toMatchObject({
    coordinator: true,
  });
  const refused = await refusal(name(ground, 'UMARCUS', 'UMARCUS', 'representative'));
  expect(refused).toEqual({
    text: expect.stringContaining('its own coordinators'),
    field: 'representatives',
  });
  await name(ground, 'URENATA', 'UMARCUS', 'representative');
  expect((await ground.as('UMARCUS')).member?.representative).toBe(true);
  expect((await ground.notes()).filter(({ what }) => what === 'members.role')).toHaveLength(2);
});

test('nobody names people of another organization, and nothing is noted', async () => {
  const ground = await city();
  const before = await ground.notes();
  await refusal(name(ground, 'URENATA', 'ULENA', 'coordinator'));
  expect((await ground.as('ULENA')).member?.coordinator).toBe(false);
  expect(await ground.notes()).toEqual(before);
});

test('an observer is neither coordinator nor representative, and the other way round', async () => {
  const ground = await city();
  await name(ground, 'URENATA', 'UMARCUS', 'representative');
  await name(ground, 'URENATA', 'UMARCUS', 'observer');
  expect((await ground.as('UMARCUS')).member).toMatchObject({
    representative: false,
    observer: true,
  });
  await name(ground, 'URENATA', 'UMARCUS', 'coordinator');
  expect((await ground.as('UMARCUS')).member).toMatchObject({ coordinator: true, observer: false });
});

test('the last coordinator is replaced, not removed', async () => {
  const ground = await city();
  await name(ground, 'URENATA', 'URENATA', 'coordinator');
  for (const role of ['none', 'observer'] as const) {
    expect((await refusal(name(ground, 'URENATA', 'URENATA', role))).text).toContain(
      'only coordinator',
    );
  }
  await name(ground, 'URENATA', 'UMARCUS', 'coordinator');
  await name(ground, 'URENATA', 'URENATA', 'none');
  expect((await ground.as('URENATA')).member?.coordinator).toBe(false);
});

test('what is so already is said, and not noted again', async () => {
  const ground = await city();
  await name(ground, 'URENATA', 'UMARCUS', 'representative');
  const before = await ground.notes();
  expect((await refusal(name(ground, 'URENATA', 'UMARCUS', 'representative'))).text).toContain(
    'already',
  );
  expect((await refusal(name(ground, 'URENATA', 'URENATA', 'none'))).text).toContain('no role');
  expect(await ground.notes()).toEqual(before);
});

test('a form names all at once: who is not in a list loses that role', async () => {
  const ground = await city();
  const renata = await ground.join('URENATA', 'City of Alder Falls', { coordinator: true });
  const marcus = await ground.join('UMARCUS', 'City of Alder Falls', { observer: true });
  const lena = await ground.join('ULENA', 'Quill');
  const save = async (coordinators = [renata], representatives = [renata]) =>
    nameTeam(await ground.as('URENATA'), { coordinators, representatives });
  expect((await refusal(save([renata], [lena]))).field).toBe('representatives');
  expect((await refusal(save([]))).field).toBe('coordinators');
  await save([marcus], []);
  expect((await ground.as('URENATA')).member?.coordinator).toBe(false);
  expect((await ground.as('UMARCUS')).member).toMatchObject({ coordinator: true, observer: false });
  expect((await refusal(save([renata], []))).text).toContain('A coordinator of');
});

test.runIf(SERVER_URL)('two who remove each other at once leave one coordinator', async () => {
  const ground = await city();
  await ground.join('URENATA', 'City of Alder Falls', { coordinator: true });
  await ground.join('UMARCUS', 'City of Alder Falls', { coordinator: true });
  const results = await Promise.allSettled([
    name(ground, 'URENATA', 'UMARCUS', 'none'),
    name(ground, 'UMARCUS', 'URENATA', 'none'),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { partnership } = await ground.as('URENATA');
  const members = await listMembers(ground.db, partnership.id);
  expect(members.filter((one) => one.coordinator)).toHaveLength(1);
});
