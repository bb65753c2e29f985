import type { webApi } from '@slack/bolt';
import type { SlackConfig } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { slackErrorOf } from './clients.ts';

export type FileToSend = {
  readonly fileName: string;
  readonly title: string;
  readonly bytes: Uint8Array;
};

/** Files that people hand to the bot, and that it hands to them. */
export interface Files {
  /** Refuses what is too large, and what Slack does not show, with a sentence. */
  fetch(fileId: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Into a conversation in which the bot may write. */
  send(channelId: string, file: FileToSend): Promise<void>;
}

const MOST_BYTES = 10_000_000;
const SECONDS_TO_FETCH = 30;

const UNREADABLE =
  'Slack doesn’t show me that file. Copy the rows and paste them after `/glossary import` instead, or ask an administrator to allow the app `files:read`.';
const UNSENDABLE =
  'Slack doesn’t let me send files here. An administrator can allow the app `files:write`.';

export function createFiles(client: webApi.WebClient, slack: SlackConfig): Files {
  return {
    async fetch(fileId) {
      const { file } = await refusing(UNREADABLE, client.files.info({ file: fileId }));
      const address = file?.url_private_download ?? file?.url_private;
      if (!address) throw new Refusal('not-found', UNREADABLE);
      if ((file?.size ?? 0) > MOST_BYTES) {
        throw new Refusal(
          'invalid',
          'That file has more than 10 MB. A glossary of 10,000 terms has two or three: split it, or leave out what isn’t a term.',
        );
      }
      return { name: file?.name ?? '', bytes: await download(address, slack) };
    },

    async send(channelId, { fileName, title, bytes }) {
      const given = { filename: fileName, length: bytes.byteLength };
      const { upload_url, file_id } = await refusing(
        UNSENDABLE,
        client.files.getUploadURLExternal(given),
      );
      const { ok } = await fetch(upload_url ?? '', { method: 'POST', body: Buffer.from(bytes) });
      if (!ok) throw new Error('the upload was refused');
      await refusing(
        UNSENDABLE,
        client.files.completeUploadExternal({
          files: [{ id: file_id ?? '', title }],
          channel_id: channelId,
        }),
      );
    },
  };
}

/** The token goes to Slack's own hosts, and follows no redirect from there. */
async function download(address: string, { apiUrl, botToken }: SlackConfig): Promise<Uint8Array> {
  const { host } = new URL(address);
  const isSlack = /(^|\.)slack(-gov|-files)?\.com$/.test(host) || host === new URL(apiUrl).host;
  if (!isSlack) throw new Refusal('not-found', UNREADABLE);
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${botToken}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(SECONDS_TO_FETCH * 1_000),
  });
  // Without the right to read a file, Slack answers with its sign-in page.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (response.status !== 200 || isPage) throw new Refusal('not-found', UNREADABLE);
  return new Uint8Array(await response.arrayBuffer());
}

const TRY_AGAIN = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'ratelimited']);

/** What Slack refuses for good is a sentence for the person; anything else is tried again. */
async function refusing<T>(sentence: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = slackErrorOf(error);
    if (code === undefined || TRY_AGAIN.has(code)) throw error;
    throw new Refusal('not-found', sentence);
  }
}
