import { describe, expect, test } from 'vitest';
import { blockFaults, type Surface } from '../../sandbox/slack/validate-blocks.ts';
import { messageFaults } from '../../sandbox/slack/validate-message.ts';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';

const x = (length: number): string => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const option = (more: object = {}) => ({ text: plain('One'), value: '1', ...more });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const series = (name: string, count = 2) => ({
  name,
  data: times(count, (index) => ({ label: `${index}`, value: index })),
});
const chart = (...all: object[]) => ({
  type: 'data_visualization',
  title: 'Chart',
  chart: { type: 'line', series: all, axis_config: { categories: ['0', '1'] } },
});

/** What just fits, and what is one too many. */
const limits: [what: string, fits: object[], exceeds: object[], surface?: Surface][] = [
  [
    '50 blocks in a message',
    times(50, () => ({ type: 'divider' })),
    times(51, () => ({ type: 'divider' })),
  ],
  [
    '100 blocks in a Home',
    times(100, () => ({ type: 'divider' })),
    times(101, () => ({ type: 'divider' })),
    'home',
  ],
  ['section text 3000', [section(x(3000))], [section(x(3001))]],
  ['section text not empty', [section('x')], [section('')]],
  [
    '10 fields',
    [{ type: 'section', fields: times(10, () => plain('x')) }],
    [{ type: 'section', fields: times(11, () => plain('x')) }],
  ],
  [
    'field 2000',
    [{ type: 'section', fields: [plain(x(2000))] }],
    [{ type: 'section', fields: [plain(x(2001))] }],
  ],
  [
    'header 150',
    [{ type: 'header', text: plain(x(150)) }],
    [{ type: 'header', text: plain(x(151)) }],
  ],
  ['header plain', [{ type: 'header', text: plain('x') }], [{ type: 'header', text: mrkdwn('x') }]],
  [
    '10 context elements',
    [{ type: 'context', elements: times(10, () => mrkdwn('x')) }],
    [{ type: 'context', elements: times(11, () => mrkdwn('x')) }],
  ],
  [
    '25 actions',
    [actions(...times(25, (i) => button({ action_id: `${i}` })))],
    [actions(...times(26, (i) => button({ action_id: `${i}` })))],
  ],
  [
    'action_id once per block',
    [actions(button({ action_id: 'a' }), button({ action_id: 'b' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
  ],
  [
    'action_id 255',
    [actions(button({ action_id: x(255) }))],
    [actions(button({ action_id: x(256) }))],
  ],
  [
    'block_id once',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
  ],
  [
    'button text 75',
    [actions(button({ text: plain(x(75)) }))],
    [actions(button({ text: plain(x(76)) }))],
  ],
  [
    'button value 2000',
    [actions(button({ value: x(2000) }))],
    [actions(button({ value: x(2001) }))],
  ],
  [
    '100 options',
    [actions({ type: 'static_select', options: times(100, () => option()) })],
    [actions({ type: 'static_select', options: times(101, () => option()) })],
  ],
  [
    'option text 75',
    [actions({ type: 'static_select', options: [option({ text: plain(x(75)) })] })],
    [actions({ type: 'static_select', options: [option({ text: plain(x(76)) })] })],
  ],
  [
    'option value 150',
    [actions({ type: 'static_select', options: [option({ value: x(150) })] })],
    [actions({ type: 'static_select', options: [option({ value: x(151) })] })],
  ],
  [
    '5 overflow options',
    [actions({ type: 'overflow', options: times(5, () => option()) })],
    [actions({ type: 'overflow', options: times(6, () => option()) })],
  ],
  [
    '10 checkboxes',
    [actions({ type: 'checkboxes', options: times(10, () => option()) })],
    [actions({ type: 'checkboxes', options: times(11, () => option()) })],
  ],
  [
    'initial option among the options',
    [actions({ type: 'static_select', options: [option()], initial_option: option() })],
    [
      actions({
        type: 'static_select',
        options: [option()],
        initial_option: option({ value: '2' }),
      }),
    ],
  ],
  [
    'no datetimepicker as accessory',
    [{ ...section('x'), accessory: { type: 'datepicker' } }],
    [{ ...section('x'), accessory: { type: 'datetimepicker' } }],
  ],
  [
    'image alt text',
    [{ type: 'image', image_url: 'https://a.example', alt_text: 'x' }],
    [{ type: 'image', image_url: 'https://a.example' }],
  ],
  [
    'input hint 2000',
    [input({ type: 'plain_text_input' }, { hint: plain(x(2000)) })],
    [input({ type: 'plain_text_input' }, { hint: plain(x(2001)) })],
  ],
  [
    'placeholder 150',
    [input({ type: 'plain_text_input', placeholder: plain(x(150)) })],
    [input({ type: 'plain_text_input', placeholder: plain(x(151)) })],
  ],
  [
    'max_length 3000',
    [input({ type: 'plain_text_input', max_length: 3000 })],
    [input({ type: 'plain_text_input', max_length: 3001 })],
  ],
  [
    'confirm text 300',
    [actions(button({ confirm: confirm(300) }))],
    [actions(button({ confirm: confirm(301) }))],
  ],
  [
    'markdown 12000 together',
    [{ type: 'markdown', text: x(12_000) }],
    [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(6001) },
    ],
  ],
  ['charts in messages only', [chart(series('A'))], [chart(series('A'))]],
  [
    '6 series',
    [chart(...times(6, (i) => series(`${i}`)))],
    [chart(...times(7, (i) => series(`${i}`)))],
  ],
  ['labels are the categories', [chart(series('A'))], [chart(series('A', 3))]],
  ['one table', [table()], [table(), table()]],
  ['known types', [{ type: 'divider' }], [{ type: 'marquee' }]],
];

function confirm(length: number): object {
  return { title: plain('x'), text: plain(x(length)), confirm: plain('x'), deny: plain('x') };
}

function table(): object {
  return { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
}

describe('what fits, and what is one too many', () => {
  test.each(limits)('%s', (what, fits, exceeds, surface = 'message') => {
    expect(blockFaults(fits as never, surface)).toEqual([]);
    const strict = what.endsWith('only') ? 'home' : surface;
    expect(blockFaults(exceeds as never, strict)).not.toEqual([]);
  });
});

test('a complaint points at the place', () => {
  expect(blockFaults([section('x'), section(x(3001))] as never, 'message')).toEqual([
    '[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
  ]);
});

test('a message is refused as a whole near 13,200 characters of blocks', () => {
  const content = { text: 'x', attachments: undefined, metadata: undefined };
  const blocks = times(5, () => section(x(2900)));
  expect(messageFaults({ ...content, blocks })).toEqual({ code: 'msg_blocks_too_long' });
  expect(messageFaults({ ...content, blocks: blocks.slice(0, 4) })).toBeUndefined();
  expect(messageFaults({ ...content, blocks: 'x' })).toEqual({ code: 'invalid_blocks_format' });
  expect(messageFaults({ ...content, text: undefined, blocks: undefined })).toEqual({
    code: 'no_text',
  });
});

test('a modal has limits of its own', () => {
  const modal = { type: 'modal', title: plain(x(24)), private_metadata: x(3000), blocks: [] };
  expect(viewFaults(modal, 'modal', [])).toEqual([]);
  expect(viewFaults({ ...modal, private_metadata: x(3001) }, 'modal', [])).toHaveLength(1);
  expect(viewFaults({ ...modal, title: undefined }, 'modal', [])).toHaveLength(1);
  const field = input({ type: 'plain_text_input' });
  expect(viewFaults({ ...modal, blocks: [field] }, 'modal', [])).toEqual([
    '[ERROR] missing required field: submit [json-pointer:/view]',
  ]);
  expect(viewFaults({ ...modal, submit: plain('Go'), blocks: [field] }, 'modal', [])).toEqual([]);
  expect(viewFaults(modal, 'home', [])).not.toEqual([]);
});
