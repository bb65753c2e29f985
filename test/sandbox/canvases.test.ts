import { describe, expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { call, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';
const MARKDOWN = '# Glossary\nAll agree.\n\n## MOU\n\n- one\n- two\n';

const document = (markdown: string) => ({ type: 'markdown', markdown });
const table = (rows: number) =>
  ['|a|b|c|', '|-|:-:|-|', ...Array<string>(rows).fill('|1|2\\|3|4|')].join('\n');

async function create(slack: SimulatedSlack, more: object = {}) {
  const args = { channel_id: CHANNEL, title: 'Agreed', document_content: document(MARKDOWN) };
  return (await call(slack, 'conversations.canvases.create', { ...args, ...more })).answer;
}

async function edit(slack: SimulatedSlack, canvas_id: unknown, ...changes: object[]) {
  return (await call(slack, 'canvases.edit', { canvas_id, changes })).answer;
}

async function sections(slack: SimulatedSlack, canvas_id: unknown, criteria: object) {
  const { answer } = await call(slack, 'canvases.sections.lookup', { canvas_id, criteria });
  return (answer.sections as { id: string }[]).map(({ id }) => id);
}

const seen = (slack: SimulatedSlack, userId = 'U0LENA') =>
  slack.as(userId).sees().channels[0]?.canvas;

test('a channel has one canvas, which its people see and conversations.info names', async () => {
  await using slack = await startSlackAlone();
  const info = async () => (await call(slack, 'conversations.info', { channel: CHANNEL })).answer;
  expect(await info()).not.toHaveProperty('channel.properties');
  expect(seen(slack)).toBeNull();
  const { canvas_id: id } = await create(slack);
  expect(seen(slack)).toEqual({ id, title: 'Agreed', markdown: MARKDOWN });
  expect(await info()).toMatchObject({
    channel: { properties: { canvas: { file_id: id, is_empty: false } } },
  });
  expect(await create(slack)).toMatchObject({ error: 'channel_canvas_already_exists' });
  expect((await call(slack, 'files.info', { file: id })).answer).toMatchObject({
    file: { mode: 'quip', permalink: `https://alderfalls.slack.com/docs/T0CITY/${id}` },
  });
  await call(slack, 'canvases.delete', { canvas_id: id });
  expect(seen(slack)).toBeNull();
  expect(await edit(slack, id, { operation: 'delete', section_id: 'x' })).toMatchObject({
    error: 'canvas_not_found',
  });
  expect(await create(slack, { document_content: undefined })).toMatchObject({ ok: true });
  expect(await info()).toMatchObject({ channel: { properties: { canvas: { is_empty: true } } } });
});

describe('an edit changes', () => {
  const added = document('New');
  test.each([
    ['the start', { operation: 'insert_at_start' }, `New\n\n${MARKDOWN}`],
    ['the end', { operation: 'insert_at_end' }, `${MARKDOWN}\nNew`],
    [
      'before a section',
      { operation: 'insert_before', at: 'MOU' },
      MARKDOWN.replace('## MOU', 'New\n\n## MOU'),
    ],
    [
      'after a section',
      { operation: 'insert_after', at: 'MOU' },
      MARKDOWN.replace('- one', 'New\n\n- one'),
    ],
    ['a section', { operation: 'replace', at: 'All agree' }, MARKDOWN.replace('All agree.', 'New')],
    ['everything', { operation: 'replace' }, 'New'],
    ['a section away', { operation: 'delete', at: 'MOU' }, MARKDOWN.replace('## MOU\n\n', '')],
  ])('%s', async (_what, { at, ...change }: { operation: string; at?: string }, markdown) => {
    await using slack = await startSlackAlone();
    const { canvas_id } = await create(slack);
    const [section_id] = at ? await sections(slack, canvas_id, { contains_text: at }) : [];
    const answer = await edit(slack, canvas_id, {
      ...change,
      ...(section_id && { section_id }),
      ...(change.operation !== 'delete' && { document_content: added }),
    });
    expect(answer).toEqual({ ok: true });
    expect(seen(slack)?.markdown).toBe(markdown);
  });

  test('the title', async () => {
    await using slack = await startSlackAlone();
    const { canvas_id } = await create(slack);
    await edit(slack, canvas_id, { operation: 'rename', title_content: document('Our words') });
    expect(seen(slack)).toMatchObject({ title: 'Our words', markdown: MARKDOWN });
  });
});

test('sections are found by their heading, their words or both, and only named', async () => {
  await using slack = await startSlackAlone();
  const { canvas_id } = await create(slack);
  const count = async (criteria: object) => (await sections(slack, canvas_id, criteria)).length;
  expect(await count({ section_types: ['any_header'] })).toBe(2);
  expect(await count({ section_types: ['h2', 'h3'] })).toBe(1);
  expect(await count({ contains_text: 'one' })).toBe(1);
  expect(await count({ section_types: ['h1'], contains_text: 'MOU' })).toBe(0);
  const { answer } = await call(slack, 'canvases.sections.lookup', { canvas_id, criteria: {} });
  expect(answer.error).toBe('invalid_arguments');
});

describe('a canvas is not made', () => {
  test.each([
    ['of Block Kit', { document_content: [{ type: 'divider' }] }, 'invalid_arguments'],
    ['of another type', { document_content: { type: 'html', html: '' } }, 'invalid_arguments'],
    ['with deep headings', { document_content: document('#### Deep') }, 'canvas_creation_failed'],
    [
      'with a table of 303 cells',
      { document_content: document(table(100)) },
      'canvas_creation_failed',
    ],
    [
      'of more than a mebibyte',
      { document_content: document('x'.repeat(1_048_577)) },
      'canvas_creation_failed',
    ],
    ['in a channel without the bot', { channel_id: 'C0IDEAS' }, 'restricted_action'],
    ['in no channel', { channel_id: 'C0NOWHERE' }, 'channel_not_found'],
  ])('%s', async (_how, args, error) => {
    await using slack = await startSlackAlone();
    expect(await create(slack, args)).toMatchObject({ ok: false, error });
  });

  test('without the scope', async () => {
    await using slack = await startSlackAlone({ withoutScopes: ['canvases:write'] });
    expect(await create(slack)).toMatchObject({ error: 'missing_scope', needed: 'canvases:write' });
  });

  test.each([
    ['a table of 300 cells', table(99)],
    ['a heading in code', '```\n#### Deep\n```'],
    ['two tables', `${table(60)}\n\n${table(60)}`],
  ])('but of %s it is', async (_what, markdown) => {
    await using slack = await startSlackAlone();
    expect((await create(slack, { document_content: document(markdown) })).ok).toBe(true);
  });
});

test.each([
  ['two operations', [{ operation: 'delete' }, { operation: 'delete' }], 'invalid_arguments'],
  ['none', [], 'invalid_arguments'],
  ['an unknown one', [{ operation: 'shuffle' }], 'invalid_arguments'],
  ['no content', [{ operation: 'insert_at_end' }], 'invalid_arguments'],
  ['no section', [{ operation: 'delete' }], 'invalid_arguments'],
  [
    'an unknown section',
    [{ operation: 'delete', section_id: 'temp:C:0' }],
    'canvas_editing_failed',
  ],
  ['no title', [{ operation: 'rename' }], 'invalid_arguments'],
  [
    'a deep heading',
    [{ operation: 'replace', document_content: document('#### x') }],
    'canvas_editing_failed',
  ],
])('an edit with %s is refused', async (_what, changes, error) => {
  await using slack = await startSlackAlone();
  const { canvas_id } = await create(slack);
  expect(await edit(slack, canvas_id, ...changes)).toMatchObject({ ok: false, error });
  expect(seen(slack)?.markdown).toBe(MARKDOWN);
});

test('a plan without canvases refuses them with its own codes', async () => {
  const code = 'team_tier_cannot_create_channel_canvases';
  await using slack = await startSlackAlone({ refuseCanvases: code });
  expect(await create(slack)).toMatchObject({ error: code });
  slack.fault.refuseCanvases();
  const { canvas_id } = await create(slack);
  slack.fault.refuseCanvases('canvas_disabled_user_team');
  const change = { operation: 'insert_at_end', document_content: document('x') };
  expect(await edit(slack, canvas_id, change)).toMatchObject({
    error: 'canvas_disabled_user_team',
  });
  slack.fault.refuseCanvases(code);
  expect(await edit(slack, canvas_id, change)).toEqual({ ok: true });
  expect(() => slack.fault.refuseCanvases('no_idea')).toThrow('canvas_disabled_user_team');
});

test('a bot that left the channel has lost the canvas; its people have not', async () => {
  await using slack = await startSlackAlone();
  const { canvas_id } = await create(slack);
  await slack.fault.removeBot(CHANNEL);
  const change = { operation: 'replace', document_content: document('x') };
  expect(await edit(slack, canvas_id, change)).toMatchObject({ error: 'canvas_not_found' });
  expect(seen(slack)).toMatchObject({ id: canvas_id });
});
