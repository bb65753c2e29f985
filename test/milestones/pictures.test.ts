import { describe, expect, test } from 'vitest';
import { type Chart, WIDTH } from '../../src/charts/chart.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { hashOf } from '../../src/charts/hash-of.ts';
import { ganttOf, ganttPicture } from '../../src/milestones/slack/gantt-view.ts';
import { trendOf, trendPicture } from '../../src/milestones/slack/trend-picture-view.ts';
import { ids, seenOf } from './seen.ts';

const TODAY = '2026-11-23';
const NAMES = ['City', 'Lantern', 'Quillstone'];
const HOSTILE = '<script>alert(1)</script> & "x" 🎉 \u202E<!channel> פתיחת המרפאה '.repeat(3);

function sceneOf(names: readonly string[] = NAMES) {
  const organizations = ids.map((id, at) => ({ id, shortName: names[at] ?? '', hasLeft: false }));
  return { organizations, channelId: 'C0OPENDOORS', viewer: 'o1', today: TODAY };
}

const usual = seenOf('Pilot open in three neighborhoods ', 1);
const undated = seenOf('Someday ', 2, {
  baselineOn: undefined,
  agreedOn: undefined,
  forecasts: [],
  open: undefined,
});
const over = seenOf('Over ', 3, { doneOn: '2026-10-01' });

/** Its bytes begin as a PNG's do, with its size in the header. */
async function sizeOf(chart: Chart | undefined) {
  if (!chart) throw new Error('nothing to draw');
  const png = Buffer.from(await drawChart(chart));
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

describe('the timeline as a Gantt', () => {
  test('a row has its dates, its colour in words, and everybody’s window in one order', () => {
    const gantt = ganttOf([over, undated, usual], sceneOf(), 'Open doors');
    expect(gantt?.subtitle).toBe('2 milestones under way, 1 over');
    expect(gantt?.rows.map(({ title }) => title.slice(0, 10))).toEqual(['Pilot open', 'Someday 2']);
    expect(gantt?.rows[0]).toMatchObject({
      status: 'red, agreed was 15 Dec',
      health: 'red',
      agreedOn: '2026-12-15',
      expectedOn: '2027-01-15',
      dateWords: 'now 15 Jan 2027',
    });
    expect(gantt?.rows[0]?.windows.map(({ organization }) => organization)).toEqual([0, 1, 2]);
    expect(gantt?.rows[1]).toMatchObject({ expectedOn: undefined, dateWords: '' });
  });

  test('its alternative text says what is to be seen', () => {
    const { altText } = ganttPicture([usual, over], sceneOf(), 'Open doors') ?? { altText: '' };
    expect(altText).toBe(
      'Timeline of Open doors: 1 milestone under way, 1 over, today 23 November. Pilot open in three neighborhoods 1: now 15 Jan 2027, red, agreed was 15 Dec.',
    );
  });

  test('where nothing is under way there is nothing to draw', () => {
    expect(ganttPicture([], sceneOf(), 'Open doors')).toBeUndefined();
    expect(ganttPicture([over], sceneOf(), 'Open doors')).toBeUndefined();
  });

  test('of sixty the nearest fifteen are drawn, and the picture says how many are left', async () => {
    const many = Array.from({ length: 60 }, (_, n) => seenOf('One of many ', n));
    const gantt = ganttOf(many, sceneOf(), 'Open doors');
    expect(gantt?.rows).toHaveLength(15);
    expect(gantt?.notes).toContain('45 more milestones later than these, not drawn.');
    const { width } = await sizeOf(ganttPicture(many, sceneOf(), 'Open doors'));
    expect(width).toBe(2 * WIDTH);
  });

  test('what one may not see is in no way in the picture', () => {
    const milestone = { ...usual.milestone, isCollecting: true };
    const own = usual.answers.filter(({ organizationId }) => organizationId === 'o1');
    const chart = ganttPicture([{ ...usual, milestone, answers: own }], sceneOf(), 'Open doors');
    expect(JSON.stringify(chart)).toContain('City can');
    expect(JSON.stringify(chart)).not.toMatch(/Lantern|Quillstone/);
    expect(chart?.spec.data?.find(({ name }) => name === 'windows')).toMatchObject({
      values: [{ organization: 'City' }],
    });
  });
});

describe('how the dates moved', () => {
  test('a line is drawn for each, those that moved most first, and no more than fifteen', () => {
    const held = seenOf('Held ', 1, {
      forecasts: usual.milestone.forecasts.map((one) => ({ ...one, forecastOn: '2026-12-15' })),
    });
    const trend = trendOf([held, usual, over], sceneOf(), 'Open doors');
    expect(trend?.lines.map(({ title }) => title)).toEqual([
      'Pilot open in three neighborhoods 1',
      'Held 1',
    ]);
    expect(trend?.altText).toContain('Held 1: 15 Dec, as agreed.');
    expect(trend?.altText).toContain('15 Jan 2027, 31 days later.');
    const many = Array.from({ length: 60 }, (_, n) => seenOf('One of many ', n));
    const most = trendOf(many, sceneOf(), 'Open doors');
    expect(most?.lines).toHaveLength(15);
    expect(most?.notes.at(-1)).toBe('45 more milestones that moved less, not drawn.');
  });

  test('before anything was said twice there is nothing to draw', () => {
    expect(trendPicture([], sceneOf(), 'Open doors')).toBeUndefined();
    expect(trendPicture([undated], sceneOf(), 'Open doors')).toBeUndefined();
  });
});

test.each([
  ['usual', usual, NAMES],
  ['empty', seenOf('', 1), ['', '', '']],
  ['hostile', seenOf(HOSTILE, 1), [HOSTILE, '😀', '<b>&']],
  [
    'far off',
    seenOf('Far ', 1, { baselineOn: '2016-01-01', latestAcceptableOn: '2036-01-01' }),
    NAMES,
  ],
])('with %s values both pictures can be drawn, and their words fit', async (_, seen, names) => {
  const scene = sceneOf(names);
  for (const picture of [ganttPicture, trendPicture]) {
    const chart = picture([seen, undated], scene, names[0] ?? '');
    expect(chart?.altText.length).toBeLessThanOrEqual(1_000);
    const { width, height } = await sizeOf(chart);
    expect(width).toBe(2 * WIDTH);
    expect(height).toBe(2 * Number(chart?.spec.height));
  }
});

test('an open end of a window fades, and one that is said does not', () => {
  const [answer] = usual.answers;
  if (!answer) throw new Error('the fixture has no answer');
  const open = { ...usual, answers: [{ ...answer, latestOn: undefined }] };
  const windows = ganttPicture([open], sceneOf(), 'x')?.spec.data?.find(
    ({ name }) => name === 'windows',
  );
  expect(JSON.stringify(windows)).toContain('"offset":1,"color":"#0b5cad00"');
  expect(JSON.stringify(ganttPicture([usual], sceneOf(), 'x')?.spec)).not.toContain('gradient');
});

test('the same picture has the same hash, and any change another', () => {
  const drawn = (today: string) => {
    const chart = ganttPicture([usual], { ...sceneOf(), today }, 'Open doors');
    return chart ? hashOf(chart) : '';
  };
  expect(drawn(TODAY)).toBe(drawn(TODAY));
  expect(drawn(TODAY)).not.toBe(drawn('2026-11-24'));
});
