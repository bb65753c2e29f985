import { expect, test } from 'vitest';
import { changePartnership } from '../../src/partnerships/change-partnership.ts';
import { describeOrganization } from '../../src/partnerships/describe-organization.ts';
import { joinOrganizations } from '../../src/partnerships/join-organizations.ts';
import { openSetup } from '../../src/partnerships/open-setup.ts';
import { organizationNamed } from '../../src/partnerships/partnership.ts';
import { founded, type Ground, refusal } from './ground.ts';

async function describeIt(ground: Ground, by: string, name: string, change: object) {
  const ctx = await ground.as(by);
  const organizationId = organizationNamed(ctx.partnership, name)?.id ?? '';
  const partnership = await describeOrganization(ctx, { organizationId, ...change });
  return partnership.organizations.find(({ id }) => id === organizationId);
}

async function people(): Promise<Ground> {
  const ground = await founded();
  await ground.join('URENATA', 'City of Alder Falls', { coordinator: true });
  await ground.join('UMARCUS', 'City of Alder Falls');
  await ground.join('ULENA', 'Quill');
  return ground;
}

const CITY = 'City of Alder Falls';

test('its coordinator describes an organization, and the record says what changed', async () => {
  const ground = await people();
  const now = await describeIt(ground, 'URENATA', CITY, {
    name: CITY,
    shortName: ' The  City ',
    sector: 'public',
    timeZone: 'america/chicago',
    emailDomains: ['city.example'],
  });
  expect(now).toMatchObject({
    shortName: 'The City',
    sector: 'public',
    timeZone: 'America/Chicago',
    emailDomains: ['city.example'],
  });
  expect((await ground.notes()).at(-1)).toEqual({
    what: 'partnerships.described',
    detail: {
      organization: now?.id,
      shortName: 'The City',
      sector: 'public',
      timeZone: 'America/Chicago',
      emailDomains: 'city.example',
    },
  });
  expect(await describeIt(ground, 'URENATA', CITY, { sector: undefined })).toMatchObject({
    sector: undefined,
  });
});

test('what is the same already is neither refused nor noted', async () => {
  const ground = await people();
  const before = await ground.notes();
  await describeIt(ground, 'UMARCUS', CITY, { name: CITY, sector: undefined, emailDomains: [] });
  expect(await ground.notes()).toEqual(before);
});

test('nobody else describes it, and nothing is changed or noted', async () => {
  const ground = await people();
  const before = await ground.notes();
  for (const who of ['UMARCUS', 'ULENA']) {
    expect((await refusal(describeIt(ground, who, CITY, { shortName: 'Ours' }))).text).toContain(
      'its own people',
    );
  }
  expect((await ground.as('ULENA')).partnership.organizations[0]?.shortName).not.toBe('Ours');
  expect(await ground.notes()).toEqual(before);
});

test('what is wrong is refused at its field', async () => {
  const ground = await people();
  await describeIt(ground, 'ULENA', 'Quill', { emailDomains: ['quill.example'] });
  const changes: readonly (readonly [object, string])[] = [
    [{ name: 'quill' }, 'orgName'],
    [{ shortName: 'Quill' }, 'shortName'],
    [{ emailDomains: ['quill.example'] }, 'emailDomains'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  ];
  for (const [change, field] of changes)
    expect((await refusal(describeIt(ground, 'URENATA', CITY, change))).field).toBe(field);
});

test('a name that was taken meanwhile is refused as kindly', async () => {
  const ground = await people();
  const early = await ground.as('URENATA');
  await describeIt(ground, 'ULENA', 'Quill', { shortName: 'Falls' });
  const organizationId = organizationNamed(early.partnership, CITY)?.id ?? '';
  expect(
    await refusal(describeOrganization(early, { organizationId, shortName: 'Falls' })),
  ).toEqual({ text: expect.stringContaining('already has that name'), field: 'shortName' });
});

test('a coordinator of any organization changes name and purpose, and nobody else', async () => {
  const ground = await people();
  const change = async (by: string, given: { name?: string; purpose?: string }) =>
    changePartnership(await ground.as(by), given);
  expect((await refusal(change('ULENA', { purpose: 'Ours' }))).field).toBe('purpose');
  expect(
    await change('URENATA', { name: ' Open\nDoors ', purpose: 'x'.repeat(300) }),
  ).toMatchObject({ name: 'Open Doors', purpose: 'x'.repeat(300) });
  expect((await refusal(change('URENATA', { purpose: 'x'.repeat(301) }))).field).toBe('purpose');
  expect((await refusal(change('URENATA', { name: 'x'.repeat(81) }))).field).toBe('name');
  expect((await refusal(change('URENATA', { name: ' ' }))).field).toBe('name');
  expect((await change('URENATA', { purpose: '' })).purpose).toBeUndefined();
  expect((await change('ULENA', { name: 'Open Doors' })).name).toBe('Open Doors');
});

test('the form opens for whoever may save it, and others are told whom to ask', async () => {
  const ground = await people();
  expect((await openSetup(await ground.as('ULENA'))).own.name).toBe('Quill');
  expect((await refusal(openSetup(await ground.as('UMARCUS')))).text).toContain('RENATA sets');
});

test('newcomers of one name are told apart', async () => {
  const ground = await people();
  const { partnership } = await ground.as('URENATA');
  const same = (id: string) => ({ name: 'Acme', slackTeamIds: [id], timeZone: undefined });
  const after = await joinOrganizations(ground.db, partnership, {
    organizations: [same('T8'), same('T9')],
  });
  expect(after.organizations.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Acme', '2 Acme']),
  );
});
