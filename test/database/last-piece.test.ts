import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeBack } from '../../src/agreements/take-back.ts';
import type { Context } from '../../src/context.ts';
import { askCoordinators } from '../../src/exchange/ask-coordinators.ts';
import { confirmImport } from '../../src/exchange/confirm-import.ts';
import { startImport } from '../../src/exchange/start-import.ts';
import { termAgreeable } from '../../src/glossary/agreeable.ts';
import { defineTerm } from '../../src/glossary/define-term.ts';
import type { Entry } from '../../src/glossary/entry.ts';
import { writeUsage } from '../../src/glossary/write-usage.ts';
import { listMembers } from '../../src/members/list-members.ts';
import { addMilestone } from '../../src/milestones/add-milestone.ts';
import { giveDates } from '../../src/milestones/give-dates.ts';
import { allowReading } from '../../src/reading/allow-reading.ts';
import { stopReading } from '../../src/reading/stop-reading.ts';
import { SERVER_URL } from '../support/database.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

/*
 * What is collected of every organization is complete whoever comes last, also when the last two come at
 * the same moment. On the embedded database, which has one connection, there is no such moment.
 */

const ROUNDS = Array.from({ length: 10 }, (_, at) => at);

type Side = { readonly city: Context; readonly lantern: Context; readonly quillstone: Context };

describe.runIf(SERVER_URL)('the last two at the same moment complete', { timeout: 30_000 }, () => {
  let walk: Walk;
  let sides: Side;

  beforeAll(async () => {
    walk = await startWalk();
    const ctx = await threeOrganizations(walk, COORDINATORS);
    const members = await listMembers(ctx);
    const as = (userId: string) => ({
      ...ctx,
      member: members.find(({ slackUserId }) => slackUserId === userId),
    });
    sides = { city: as('U0RENATA'), lantern: as('U0JOSUE'), quillstone: as('U0LENA') };
  });
  afterAll(() => walk[Symbol.asyncDispose]());

  test.each([
    [
      'command',
      (ctx: Context, { text }: Entry, definition: string) =>
        defineTerm(ctx, { text, content: { definition } }),
    ],
    [
      'form',
      (ctx: Context, { id: termId }: Entry, meaning: string) =>
        writeUsage(ctx, { termId, meaning, relation: 'same' }),
    ],
  ] as const)('meanings, by %s', async (how, writes) => {
    const { city, lantern, quillstone } = sides;
    for (const round of ROUNDS) {
      const says = (ctx: Context, definition: string) =>
        defineTerm(ctx, { text: `${how} ${round}`, content: { definition } });
      const { entry } = await says(city, 'Point of contact');
      await says(quillstone, 'Proof of concept');
      await takeBack(city, termAgreeable, { subjectId: entry.id });
      const two = [writes(city, entry, 'Whom to ask'), writes(lantern, entry, 'Point of care')];
      await Promise.all<unknown>(two);
    }
    const where = { collectingSince: { not: null } };
    expect(await walk.database.client.term.count({ where })).toBe(0);
  });

  test('dates', async () => {
    const { city, lantern, quillstone } = sides;
    for (const round of ROUNDS) {
      const { seen } = await addMilestone(city, { title: `Pilot ${round}`, on: '2027-03-16' });
      const milestoneId = seen.milestone.id;
      await Promise.all(
        [lantern, quillstone].map((ctx) => giveDates(ctx, { milestoneId, targetOn: '2027-03-01' })),
      );
    }
    const where = { collectingSince: { not: null } };
    expect(await walk.database.client.milestone.count({ where })).toBe(0);
  });

  test('the confirmations of an import', async () => {
    const { city, lantern, quillstone } = sides;
    for (const round of ROUNDS) {
      await startImport(city, { pasted: `I${round} = what it means`, channelId: CHANNEL });
      await walk.idle();
      const found = await walk.database.client.termImport.findFirst({ where: { state: 'ready' } });
      const importId = found?.id ?? '';
      await askCoordinators(city, { importId });
      await Promise.all([lantern, quillstone].map((ctx) => confirmImport(ctx, { importId })));
      await walk.idle();
    }
    const states = await walk.database.client.termImport.groupBy({ by: ['state'], _count: true });
    expect(states).toEqual([{ state: 'done', _count: ROUNDS.length }]);
  });

  test('the yeses to reading', async () => {
    const { city, lantern, quillstone } = sides;
    for (const _ of ROUNDS) {
      await allowReading(city, { channelId: CHANNEL });
      const [one, other] = await Promise.all(
        [lantern, quillstone].map((ctx) => allowReading(ctx, { channelId: CHANNEL })),
      );
      expect([one?.isOn, other?.isOn]).toContain(true);
      await stopReading(city, { channelId: CHANNEL });
    }
  });
});
