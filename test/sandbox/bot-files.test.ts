import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import {
  call,
  eventsOf,
  listeningManifest,
  post,
  startSlackAlone,
  uploadAsBot,
} from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';
const CSV = 'term,definition\nMOU,…\n';

async function complete(slack: SimulatedSlack, id: string, more: object = {}) {
  const args = { files: [{ id, title: 'The glossary' }], ...more };
  return (await call(slack, 'files.completeUploadExternal', args)).answer;
}

async function download(url: unknown, token?: string) {
  const response = await fetch(String(url), {
    ...(token && { headers: { authorization: `Bearer ${token}` } }),
  });
  const type = response.headers.get('content-type')?.split(';')[0];
  return { status: response.status, type, text: await response.text() };
}

test('a file goes up in three steps and is seen by those who are there', async () => {
  await using slack = await startSlackAlone({ manifest: listeningManifest });
  const id = await uploadAsBot(slack, 'Glossary of the whole.csv', CSV);
  const thread_ts = (await slack.as('U0LENA').says(CHANNEL, 'May I have it?')).ts;
  const answer = await complete(slack, id, {
    channel_id: CHANNEL,
    initial_comment: 'Here it is.',
    thread_ts,
  });
  expect(answer).toMatchObject({
    ok: true,
    files: [{ id, mimetype: '', shares: {}, channels: [] }],
  });
  const [asked] = slack.as('U0LENA').sees().channels[0]?.messages ?? [];
  expect(asked?.replies).toMatchObject([
    {
      text: 'Here it is.',
      isBot: true,
      files: [
        {
          id,
          name: 'Glossary of the whole.csv',
          title: 'The glossary',
          size: Buffer.byteLength(CSV),
          mimetype: 'text/csv',
          url: `/control/file?as=U0LENA&id=${id}`,
        },
      ],
    },
  ]);
  await slack.settled();
  expect(eventsOf(slack).slice(1)).toMatchObject([
    { type: 'message', subtype: 'file_share', bot_id: 'B0GROUND', thread_ts },
    { type: 'file_shared', channel_id: CHANNEL, file_id: id, user_id: 'U0GROUND' },
  ]);
});

test('files.info tells a file, and its address gives it to the bot alone', async () => {
  await using slack = await startSlackAlone();
  const id = await uploadAsBot(slack, 'Glossary 1.csv', CSV);
  await complete(slack, id, { channel_id: CHANNEL });
  const { answer } = await call(slack, 'files.info', { file: id });
  const file = answer.file as Record<string, unknown>;
  expect(file).toMatchObject({
    name: 'Glossary 1.csv',
    title: 'The glossary',
    filetype: 'csv',
    pretty_type: 'CSV',
    mode: 'snippet',
    user: 'U0GROUND',
    is_external: false,
    channels: [CHANNEL],
    shares: { public: { [CHANNEL]: [{ channel_name: 'open-doors', team_id: 'T0CITY' }] } },
    url_private_download: `${slack.url}/files-pri/T0CITY-${id}/download/glossary_1.csv`,
    permalink: `https://alderfalls.slack.com/files/U0GROUND/${id}/glossary_1.csv`,
  });
  const signIn = { status: 200, type: 'text/html', text: expect.stringContaining('Sign in') };
  const url = file.url_private_download;
  expect(await download(url, slack.token)).toEqual({
    status: 200,
    type: 'text/csv',
    text: CSV,
  });
  expect(await download(file.url_private, slack.token)).toMatchObject({ text: CSV });
  expect(await download(url)).toEqual(signIn);
  expect(await download(url, 'xoxb-other')).toEqual(signIn);
  slack.fault.withholdScopes('files:read');
  expect(await download(url, slack.token)).toEqual(signIn);
  expect((await call(slack, 'files.info', { file: id })).answer).toMatchObject({
    error: 'missing_scope',
    needed: 'files:read',
  });
});

test('the bytes come once, as they were announced, as they are or in a form', async () => {
  await using slack = await startSlackAlone();
  const { upload_url } = await post(slack, 'files.getUploadURLExternal', {
    filename: 'logo.png',
    length: '4',
  });
  const send = async (body: string | FormData) =>
    (await fetch(String(upload_url), { method: 'POST', body })).status;
  expect(await send('too much')).toBe(400);
  const form = new FormData();
  form.append('filename', new Blob(['1234']), 'logo.png');
  expect(await send(form)).toBe(200);
  expect(await send('1234')).toBe(404);
  const client = new webApi.WebClient(slack.token, { slackApiUrl: slack.apiUrl });
  const sent = await client.files.uploadV2({
    channel_id: CHANNEL,
    file: Buffer.from('%PDF'),
    filename: 'terms.pdf',
    initial_comment: 'All of them',
  });
  expect(sent.ok).toBe(true);
  const [message] = slack.as('U0THEO').sees().channels[0]?.messages ?? [];
  expect(message).toMatchObject({ text: 'All of them', files: [{ mimetype: 'application/pdf' }] });
});

describe('an upload is refused', () => {
  test.each([
    ['without a name', { length: '1' }, 'invalid_arguments'],
    ['without a length', { filename: 'a.csv' }, 'invalid_arguments'],
    ['when empty', { filename: 'a.csv', length: '0' }, 'missing_argument'],
    ['when its length is no number', { filename: 'a.csv', length: 'x' }, 'invalid_arguments'],
    [
      'as too large a snippet',
      { filename: 'a', length: '2000000', snippet_type: 'text' },
      'snippet_too_large',
    ],
    [
      'with a long description',
      { filename: 'a', length: '1', alt_txt: 'x'.repeat(1001) },
      'alt_txt_too_large',
    ],
  ])('%s', async (_how, args, error) => {
    await using slack = await startSlackAlone();
    expect(await post(slack, 'files.getUploadURLExternal', args)).toMatchObject({ error });
  });

  test('as JSON', async () => {
    await using slack = await startSlackAlone();
    const args = { filename: 'a.csv', length: 1 };
    const { answer } = await call(slack, 'files.getUploadURLExternal', args);
    expect(answer.error).toBe('invalid_arguments');
  });

  test('without the scope', async () => {
    await using slack = await startSlackAlone({ withoutScopes: ['files:write'] });
    const args = { filename: 'a.csv', length: '1' };
    expect(await post(slack, 'files.getUploadURLExternal', args)).toMatchObject({
      error: 'missing_scope',
      needed: 'files:write',
    });
  });
});

test.each([
  ['a person’s id as a channel', { channel_id: 'U0LENA' }, 'invalid_arguments'],
  ['an unknown channel', { channel_id: 'C0NOWHERE' }, 'channel_not_found'],
  ['a channel without the bot', { channel_id: 'C0IDEAS' }, 'not_in_channel'],
  ['an archived channel', { channel_id: 'C0DELIVERY' }, 'posting_to_channel_denied'],
  ['an unknown thread', { channel_id: CHANNEL, thread_ts: '1.000001' }, 'thread_not_found'],
  [
    'a thread in two channels',
    { channels: `${CHANNEL},C0CITYONLY`, thread_ts: '1.1' },
    'invalid_arguments',
  ],
  ['wrong blocks', { channel_id: CHANNEL, blocks: [{ type: 'marquee' }] }, 'invalid_blocks'],
  ['101 channels', { channels: Array(101).fill(CHANNEL).join() }, 'channels_limit_exceeded'],
  ['no files', { files: [] }, 'invalid_arguments'],
  ['an unknown file', { files: [{ id: 'F0NONE' }] }, 'file_not_found'],
])(
  'completing an upload is refused with %s, and can be tried again',
  async (_what, more, error) => {
    await using slack = await startSlackAlone();
    await slack.fault.archive('C0DELIVERY');
    const id = await uploadAsBot(slack, 'a.csv', CSV);
    expect(await complete(slack, id, more)).toMatchObject({ ok: false, error });
    expect(await complete(slack, id)).toMatchObject({ ok: true });
  },
);

test('an upload is completed once, after its bytes came', async () => {
  await using slack = await startSlackAlone();
  const { file_id } = await post(slack, 'files.getUploadURLExternal', {
    filename: 'a.csv',
    length: '1',
  });
  expect(await complete(slack, String(file_id))).toMatchObject({ error: 'file_not_found' });
  const id = await uploadAsBot(slack, 'a.csv', CSV);
  expect(await complete(slack, id)).toMatchObject({ ok: true });
  expect(await complete(slack, id, { channel_id: CHANNEL })).toMatchObject({
    error: 'file_not_found',
  });
});

test('a file to one person goes through the conversation with them', async () => {
  await using slack = await startSlackAlone();
  const { channel } = (await call(slack, 'chat.postMessage', { channel: 'U0LENA', text: 'Hello' }))
    .answer;
  expect(channel).toBe('D00LENA');
  const one = await uploadAsBot(slack, 'one.csv', CSV);
  await complete(slack, one, { channel_id: channel });
  const two = await uploadAsBot(slack, 'two.csv', CSV);
  await complete(slack, two, { channels: 'U0LENA' });
  const names = slack
    .as('U0LENA')
    .sees()
    .dm.map(({ files }) => files.map(({ name }) => name));
  expect(names).toEqual([[], ['one.csv'], ['two.csv']]);
  expect(() => slack.as('U0RENATA').opensFile(one)).toThrow('sees no file');
});

test('a deleted file is gone for everybody, and so is a message that was nothing else', async () => {
  await using slack = await startSlackAlone();
  const remove = async (file: string) => (await call(slack, 'files.delete', { file })).answer.error;
  const id = await uploadAsBot(slack, 'a.csv', CSV);
  await complete(slack, id, { channel_id: CHANNEL });
  const theirs = slack.as('U0LENA').uploads('b.csv', CSV);
  expect(await remove(theirs)).toBe('file_not_found');
  await slack.as('U0LENA').says(CHANNEL, '', { files: [theirs] });
  expect(await remove(theirs)).toBe('cant_delete_file');
  expect(await remove(id)).toBeUndefined();
  expect(await remove(id)).toBe('file_deleted');
  expect((await call(slack, 'files.info', { file: id })).answer.error).toBe('file_deleted');
  expect(() => slack.as('U0LENA').opensFile(id)).toThrow('sees no file');
  const [first, ...more] = slack.as('U0LENA').sees().channels[0]?.messages ?? [];
  expect([first?.files[0]?.id, more]).toEqual([theirs, []]);
});

test('blocks show a picture by its file, to those before whom they stand', async () => {
  await using slack = await startSlackAlone();
  const id = await uploadAsBot(slack, 'timeline.png', 'bytes');
  await complete(slack, id);
  const image = { type: 'image', slack_file: { id }, alt_text: 'Two milestones under way' };
  expect(() => slack.as('U0RENATA').opensFile(id)).toThrow();
  const view = { type: 'home', blocks: [image] };
  const { answer } = await call(slack, 'views.publish', { user_id: 'U0RENATA', view });
  expect(answer.ok).toBe(true);
  expect(slack.as('U0RENATA').opensFile(id).mimetype).toBe('image/png');
  expect(() => slack.as('U0AMARA').opensFile(id)).toThrow();

  const refused = { ok: false, error: 'invalid_blocks' };
  const show = async (file: string) => {
    const blocks = [{ ...image, slack_file: { id: file } }];
    return (await call(slack, 'chat.postMessage', { channel: CHANNEL, text: 'x', blocks })).answer;
  };
  expect(await show(id)).toMatchObject({ ok: true });
  expect(await show('F0NOTHING')).toMatchObject(refused);
  const words = await uploadAsBot(slack, 'words.csv', CSV);
  await complete(slack, words);
  expect(await show(words)).toMatchObject(refused);
  await call(slack, 'files.delete', { file: id });
  expect(await show(id)).toMatchObject(refused);
  const again = await call(slack, 'views.publish', { user_id: 'U0RENATA', view });
  expect(again.answer).toMatchObject({ ok: false, error: 'invalid_arguments' });
});
