import { expect, test } from 'vitest';
import { addOrganization } from '../../src/partnerships/add-organization.ts';
import { founded, leave, refusal } from './ground.ts';

test('an organization without a Slack team is added, with a short name and a note', async () => {
  const ground = await founded();
  await ground.join('URENATA', 'Quill');
  const { organization } = await addOrganization(await ground.as('URENATA'), {
    name: '  Lantern \n Health ',
  });
  expect(organization).toMatchObject({ name: 'Lantern Health', slackTeamIds: [] });
  expect((await ground.notes()).at(-1)).toEqual({
    what: 'partnerships.added',
    detail: { organization: organization.id, name: 'Lantern Health' },
  });
});

test('two long names that begin alike get short names that tell them apart', async () => {
  const ground = await founded();
  await ground.join('URENATA', 'Quill');
  const add = async (name: string) =>
    (await addOrganization(await ground.as('URENATA'), { name })).organization;
  expect((await add('Lantern Health Collective')).shortName).toBe('Lantern Health');
  const second = await add('Lantern Health Foundation');
  expect(second.name).toBe('Lantern Health Foundation');
  expect(second.shortName).toBe('Lantern Health Foundation');
  const third = await add('Lantern Health Foundation of the Northern and Western Counties');
  expect(third.shortName).toBe('Lantern Health 2');
});

test('one that is here already is not added again, whatever the case', async () => {
  const ground = await founded();
  await ground.join('URENATA', 'Quill');
  for (const name of ['Quill', 'qUILL', 'city of alder falls']) {
    const refused = await refusal(addOrganization(await ground.as('URENATA'), { name }));
    expect(refused.text).toContain('already');
    expect(refused.field).toBe('newOrganization');
  }
});

test('one that has left comes back by sharing the channel, not by name', async () => {
  const ground = await founded();
  await ground.join('URENATA', 'City of Alder Falls');
  await leave(ground);
  const refused = await refusal(addOrganization(await ground.as('URENATA'), { name: 'Quill' }));
  expect(refused.text).toContain('left');
});

test('once there is a coordinator, only coordinators add organizations', async () => {
  const ground = await founded();
  await ground.join('URENATA', 'City of Alder Falls', { coordinator: true });
  await ground.join('ULENA', 'Quill');
  const refused = await refusal(addOrganization(await ground.as('ULENA'), { name: 'Lantern' }));
  expect(refused.text).toContain('coordinator');
});

test('what is no name is refused', async () => {
  const ground = await founded();
  await ground.join('URENATA', 'Quill');
  for (const name of ['', '   ', 'x'.repeat(81), '\u200B', '—']) {
    const refused = await refusal(addOrganization(await ground.as('URENATA'), { name }));
    expect(refused.text, name).toContain('1 to 80');
  }
});
