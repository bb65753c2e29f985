import { expect, test } from 'vitest';
import { blockFaults } from '../../sandbox/slack/validate-blocks.ts';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import { enterpriseWorld } from './support/enterprise-world.ts';
import { call, eventsOf, listeningManifest, startPeer, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';
const stub = (id: string) => ({
  id,
  mode: 'file_access',
  file_access: 'check_file_info',
  created: 0,
  timestamp: 0,
  user: '',
});

test('in a channel of several organizations an event only names its files', async () => {
  await using slack = await startSlackAlone({ manifest: listeningManifest });
  const lena = slack.as('U0LENA');
  const id = lena.uploads('terms.csv', 'a,b');
  await lena.says(CHANNEL, '@Common Ground import these', { files: [id] });
  const [message, shared, mention] = eventsOf(slack);
  expect(message).toMatchObject({
    type: 'message',
    subtype: 'file_share',
    team: 'T0QUILL',
    upload: false,
    files: [stub(id)],
  });
  expect(shared).toMatchObject({ type: 'file_shared', file: { id }, user_id: 'U0LENA' });
  expect(shared).not.toHaveProperty('team');
  expect(mention).toMatchObject({ type: 'app_mention', user_team: 'T0QUILL', files: [stub(id)] });
  expect(mention).not.toHaveProperty('subtype');
  const { file } = (await call(slack, 'files.info', { file: id })).answer;
  expect(file).toMatchObject({ name: 'terms.csv', user: 'U0LENA', user_team: 'T0QUILL' });
  const history = await call(slack, 'conversations.history', { channel: CHANNEL });
  expect(history.answer).toMatchObject({ messages: [{ files: [{ name: 'terms.csv' }] }] });
});

test('elsewhere an event describes its files, and does not say the sender’s team', async () => {
  await using slack = await startSlackAlone({ manifest: listeningManifest });
  const theo = slack.as('U0THEO');
  const id = theo.uploads('terms.json', '[]');
  await theo.dm('', { files: [id] });
  const [message] = eventsOf(slack);
  expect(message).toMatchObject({
    subtype: 'file_share',
    channel_type: 'im',
    text: '',
    files: [{ id, name: 'terms.json', filetype: 'json', size: 2, ims: ['D00THEO'] }],
  });
  expect(message).not.toHaveProperty('team');
  expect(message).not.toHaveProperty('blocks');
});

test('file_shared needs its subscription and the scope', async () => {
  for (const options of [{}, { manifest: listeningManifest, withoutScopes: ['files:read'] }]) {
    await using slack = await startSlackAlone(options);
    const renata = slack.as('U0RENATA');
    await renata.says('C0CITYONLY', 'Look', { files: [renata.uploads('a.txt', 'x')] });
    expect(eventsOf(slack).map(({ type }) => type)).not.toContain('file_shared');
  }
});

test('a file is as private as the places it was sent to', async () => {
  await using slack = await startSlackAlone();
  const info = async (file: string) => (await call(slack, 'files.info', { file })).answer.error;
  const [renata, marcus, lena] = ['U0RENATA', 'U0MARCUS', 'U0LENA'].map((id) => slack.as(id));
  const id = renata?.uploads('plan.txt', 'Ours') ?? '';
  expect(await info(id)).toBe('file_not_found');
  expect(() => marcus?.opensFile(id)).toThrow('Marcus');
  await renata?.says('C0CITYONLY', '', { files: [id] });
  expect(await info(id)).toBeUndefined();
  expect(marcus?.opensFile(id)).toMatchObject({ name: 'plan.txt', mimetype: 'text/plain' });
  expect(() => lena?.opensFile(id)).toThrow('sees no file');
  await slack.fault.removeBot('C0CITYONLY');
  expect(await info(id)).toBe('file_not_found');
  await expect(lena?.says(CHANNEL, 'Look', { files: [id] })).rejects.toThrow('sees no file');
  expect(() => renata?.uploads('nothing.txt', '')).toThrow('is empty');
});

const form = (element: object = {}, more: object = {}) =>
  ({
    type: 'modal',
    callback_id: 'import',
    title: { type: 'plain_text', text: 'Import' },
    submit: { type: 'plain_text', text: 'Go' },
    blocks: [
      {
        type: 'input',
        block_id: 'file',
        label: { type: 'plain_text', text: 'File' },
        element: {
          type: 'file_input',
          action_id: 'it',
          filetypes: ['csv'],
          max_files: 2,
          ...element,
        },
        ...more,
      },
    ],
  }) as never;

async function opened(view = form()) {
  const heard: unknown[] = [];
  const peer = await startPeer((app) => {
    app.command('/glossary', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.view('import', async ({ ack, view: { state } }) => {
      heard.push(state.values.file?.it);
      await ack();
    });
  });
  const renata = peer.slack.as('U0RENATA');
  await renata.command(CHANNEL, '/glossary');
  const { id } = await peer.slack.until(() => renata.sees().modals[0]);
  return { peer, renata, id, heard };
}

test('files in a form arrive whole, and are the bot’s to read from then on', async () => {
  const { peer, renata, id, heard } = await opened();
  await using _peer = peer;
  const [one, two] = [renata.uploads('a.csv', 'a'), renata.uploads('B.CSV', 'b')];
  renata.fill(id, { file: [one] });
  const info = (file: string) => call(peer.slack, 'files.info', { file });
  expect((await info(one)).answer.error).toBe('file_not_found');
  await renata.submit(id, { file: [one, two] });
  const url = expect.stringContaining('/download/');
  expect(heard).toMatchObject([
    {
      type: 'file_input',
      files: [
        { id: one, name: 'a.csv', url_private_download: url, user: 'U0RENATA' },
        { id: two, name: 'B.CSV' },
      ],
    },
  ]);
  const file = (await info(one)).answer.file as { url_private_download: string };
  const headers = { authorization: `Bearer ${peer.slack.token}` };
  expect(await (await fetch(file.url_private_download, { headers })).text()).toBe('a');
});

test('a file field takes so many files of such kinds, and not none', async () => {
  const { peer, renata, id, heard } = await opened();
  await using _peer = peer;
  const csv = renata.uploads('a.csv', 'a');
  const theirs = peer.slack.as('U0LENA').uploads('b.csv', 'b');
  const fill = (file: unknown) => () => renata.fill(id, { file });
  expect(fill(renata.uploads('a.pdf', 'x'))).toThrow('“a.pdf” is not one of csv');
  expect(fill([csv, csv, csv])).toThrow('at most 2 files');
  expect(fill(theirs)).toThrow('sees no file');
  expect(await renata.submit(id)).toMatchObject({
    status: 0,
    errors: { file: expect.stringContaining('required') },
  });
  await renata.submit(id, { file: csv });
  expect(heard).toMatchObject([{ files: [{ id: csv }] }]);
});

test.each([
  ['no file at all', { max_files: 0 }],
  ['eleven files', { max_files: 11 }],
  ['one and a half', { max_files: 1.5 }],
  ['no kinds', { filetypes: [] }],
  ['a kind that is no text', { filetypes: [1] }],
])('a file field for %s is refused', (_what, wrong) => {
  const { blocks } = form(wrong) as { blocks: never[] };
  expect(blockFaults(blocks, 'modal')).toHaveLength(1);
  expect(blockFaults((form() as { blocks: never[] }).blocks, 'message')).not.toEqual([]);
});

test('a view with a file field needs the scope to read files', () => {
  expect(viewFaults(form(), 'modal', ['files:read'])).toEqual([]);
  expect(viewFaults(form(), 'modal', [])).toHaveLength(1);
});

test('a file in a private channel is shared privately', async () => {
  await using slack = await startSlackAlone({ world: enterpriseWorld });
  const away = slack.as('W0AWAY');
  const file = away.uploads('a.txt', 'x');
  await away.says('C0SHARED', '', { files: [file] });
  expect((await call(slack, 'files.info', { file })).answer.file).toMatchObject({
    is_public: false,
    groups: ['C0SHARED'],
    channels: [],
    shares: { private: { C0SHARED: [{ share_user_id: 'W0AWAY' }] } },
  });
});
