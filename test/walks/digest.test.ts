import { expect, test } from 'vitest';
import { comes, fillIn, press, says, told } from '../support/people.ts';
import { COORDINATORS, threeOrganizations } from '../support/three-organizations.ts';
import { startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const JOSUE = 'U0JOSUE';
const LENA = 'U0LENA';
const PRIYA = 'U0PRIYA';

const digests = (walk: Walk, userId: string) =>
  told(walk, userId).filter((text) => text.includes('this week:') || text.includes('a quiet week'));

test('each coordinator reads the week at their own nine, once, and acts on it in place', async () => {
  await using walk = await startWalk({ at: '2026-11-24T15:00:00Z' });
  await threeOrganizations(walk, COORDINATORS);
  await walk.database.client.partnership.updateMany({ data: { blindFirst: false } });
  await says(walk, RENATA, 'partnership milestones add Pilot open = 2026-12-04');
  for (const userId of [JOSUE, LENA])
    await says(walk, userId, 'partnership milestones endorse Pilot open');
  await says(walk, JOSUE, 'partnership milestones add Training done = 2027-02-01');
  await comes(walk, '2026-11-24T16:00:00Z');

  // Thanksgiving week is over; Berlin's nine comes first.
  await comes(walk, '2026-11-30T07:59:00Z');
  expect(digests(walk, LENA)).toEqual([]);
  await comes(walk, '2026-11-30T08:00:00Z');
  expect(digests(walk, LENA)).toHaveLength(1);
  expect(digests(walk, LENA)[0]).toContain('*Training done* waits for your yes');
  expect(digests(walk, RENATA)).toEqual([]);
  await comes(walk, '2026-11-30T15:00:00Z');
  await comes(walk, '2026-11-30T15:10:00Z');
  for (const userId of [RENATA, JOSUE, LENA]) expect(digests(walk, userId)).toHaveLength(1);
  const [text = ''] = digests(walk, RENATA);
  expect(text).toContain('*Pilot open* is due on 4 December');
  expect(text).toContain('You get this on Mondays at 09:00, your time');
  expect(text.split('\n').filter((one) => one.startsWith('•')).length).toBeLessThanOrEqual(6);

  await press(walk, LENA, 'Endorse the date of Training done');
  await press(walk, RENATA, 'Endorse the date of Training done');
  expect(walk.posts().at(-1)).toContain('Settled: *Training done*');

  await press(walk, LENA, 'Stop the digest');
  await press(walk, RENATA, 'Change day and time of the digest');
  await fillIn(walk, RENATA, { weekday: '2', time: '8.30' });
  await comes(walk, '2026-12-07T15:00:00Z');
  expect(digests(walk, RENATA)).toHaveLength(1);
  expect(digests(walk, LENA)).toHaveLength(1);
  expect(digests(walk, JOSUE)).toHaveLength(2);
  await comes(walk, '2026-12-08T14:30:00Z');
  expect(digests(walk, RENATA)).toHaveLength(2);
});

test('anybody may read it now; only a coordinator sets its hour; what is unclear is asked back', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, COORDINATORS);
  expect(await says(walk, PRIYA, 'partnership digest now')).toContain(
    'Closed* in the next two weeks: 26 November and 27 November (',
  );
  expect(await says(walk, PRIYA, 'partnership digest off')).toContain('goes to coordinators');
  expect(await says(walk, RENATA, 'partnership digest someday')).toContain(
    'On which day and at what time',
  );
  expect(await says(walk, RENATA, 'partnership digest friday 16:00')).toContain(
    'on Fridays at 16:00',
  );
  expect(await says(walk, RENATA, 'partnership digest')).toContain('on Fridays at 16:00');
});

test('where Slack lets nobody write to a coordinator, the digest is a thread in the channel', async () => {
  await using walk = await startWalk({ at: '2026-11-30T07:00:00Z' });
  await threeOrganizations(walk, { coordinators: { [LENA]: 'Quillstone' } });
  await comes(walk, '2026-11-30T07:01:00Z');
  const refusal = { kind: 'error', error: 'cannot_dm_bot' } as const;
  walk.slack.fault.api('chat.postMessage', refusal, 2);
  await comes(walk, '2026-11-30T08:00:00Z');
  expect(walk.posts().at(-1)).toContain('is in this thread, since I can’t write to you directly');
  await comes(walk, '2026-11-30T08:05:00Z');
  expect(walk.posts().filter((text) => text.includes('in this thread'))).toHaveLength(1);
});
