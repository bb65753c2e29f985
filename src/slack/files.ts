import { webApi } from '@slack/bolt';
import type { SlackConfig } from '../config.ts';
import type { Logger } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { NotYet } from '../schedule/not-yet.ts';
import { isForLater, slackErrorOf } from './clients.ts';
import { isCertainlyNotSent } from './post.ts';
import { slackSays } from './slack-says.ts';

export type FileToSend = {
  readonly fileName: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, for those who don’t see it. */
  readonly altText?: string;
  /** What the bot says with it, in mrkdwn. */
  readonly comment?: string;
};

/** Files that people hand to the bot, and that it hands to them. */
export interface Files {
  /** Refuses what is too large, and what Slack does not show, with a sentence. */
  fetch(fileId: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Into a conversation in which the bot may write. */
  send(channelId: string, file: FileToSend): Promise<void>;
  /** Into one person’s direct messages. */
  direct(userId: string, file: FileToSend): Promise<void>;
  /** Where nobody sees it, for blocks that show it by its id, which is answered. */
  keep(file: FileToSend): Promise<string>;
  /** One of the bot’s own; one that is gone already is no fault. */
  remove(fileId: string): Promise<void>;
}

const MOST_BYTES = 10_000_000;
const SECONDS_TO_FETCH = 30;

const PASTE = 'Or copy the rows and paste them after `/glossary import`.';

export function createFiles(client: webApi.WebClient, slack: SlackConfig, log: Logger): Files {
  return {
    async fetch(fileId) {
      const { file } = await refusing(client.files.info({ file: fileId }), PASTE);
      const address = file?.url_private_download ?? file?.url_private;
      if (!address) {
        throw new Refusal(
          'not-found',
          `Slack tells me of that file and not where it is. Please send it once more. ${PASTE}`,
        );
      }
      if ((file?.size ?? 0) > MOST_BYTES) {
        throw new Refusal(
          'invalid',
          'That file has more than 10 MB. A glossary of 10,000 terms has two or three: split it, or leave out what isn’t a term.',
        );
      }
      return { name: file?.name ?? '', bytes: await download(address, slack) };
    },

    async send(channelId, file) {
      await complete(await uploaded(file), file, channelId);
    },

    async direct(userId, file) {
      const opening = client.conversations.open({ users: userId });
      const { channel } = await refusing(opening);
      await complete(await uploaded(file), file, channel?.id);
    },

    async keep(file) {
      const id = await uploaded(file);
      await complete(id, file);
      return id;
    },

    async remove(fileId) {
      await client.files.delete({ file: fileId }).catch((error) => {
        if (slackErrorOf(error) === undefined) throw error;
      });
    },
  };

  async function uploaded({ fileName, bytes, altText }: FileToSend): Promise<string> {
    const given = {
      filename: fileName,
      length: bytes.byteLength,
      ...(altText && { alt_text: altText }),
    };
    const { upload_url, file_id } = await refusing(client.files.getUploadURLExternal(given));
    const { ok } = await fetch(upload_url ?? '', { method: 'POST', body: Buffer.from(bytes) });
    if (!ok) throw new Error('the upload was refused');
    return file_id ?? '';
  }

  /** What Slack refuses for good is a sentence for the person; anything else is tried again. */
  async function refusing<T>(work: Promise<T>, otherWay?: string): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError) throw new NotYet(error.retryAfter);
      const said = slackSays(error);
      if (said === undefined || isForLater(error)) throw error;
      log.info({ err: error }, 'Slack refused a file');
      throw new Refusal('not-found', otherWay ? `${said} ${otherWay}` : said);
    }
  }

  /** Without a channel it stays the bot’s own. */
  async function complete(
    id: string,
    { title, comment }: FileToSend,
    channelId?: string,
  ): Promise<void> {
    const completing = client.files.completeUploadExternal({
      files: [{ id, title }],
      ...(channelId && { channel_id: channelId }),
      ...(channelId && comment && { initial_comment: comment }),
    } as webApi.FilesCompleteUploadExternalArguments);
    await refusing(completing).catch(async (error) => {
      // Slack shows a file from then on, also where the connection broke before it said so.
      if (isCertainlyNotSent(error) || !(await isKnown(id))) throw error;
    });
  }

  async function isKnown(file: string): Promise<boolean> {
    return client.files.info({ file }).then(
      () => true,
      () => false,
    );
  }
}

/** The token goes to Slack's own hosts, and follows no redirect from there. */
async function download(address: string, { apiUrl, botToken }: SlackConfig): Promise<Uint8Array> {
  const { host } = new URL(address);
  const isSlack = /(^|\.)slack(-gov|-files)?\.com$/.test(host) || host === new URL(apiUrl).host;
  if (!isSlack) {
    throw new Refusal(
      'not-found',
      `That file is kept outside Slack, where I don’t look. Please send the file itself. ${PASTE}`,
    );
  }
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${botToken}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(SECONDS_TO_FETCH * 1_000),
  });
  // Without the right to read a file, Slack answers with its sign-in page.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (isPage) {
    throw new Refusal(
      'not-found',
      `Slack showed me its sign-in page in the place of that file, as it does where an app may not read files. An administrator can see whether this one has \`files:read\`. ${PASTE}`,
    );
  }
  if (response.status !== 200) {
    throw new Refusal(
      'not-found',
      `Slack answered ${response.status} when I fetched that file. Please try again. ${PASTE}`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
