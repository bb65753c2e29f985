import type { webApi } from '@slack/bolt';
import { slackErrorOf } from './clients.ts';

/** What Slack did, or the code with which it refuses for good. Whatever may pass is thrown. */
export type Answered<T> = { readonly done: T } | { readonly refused: string };

/** What stays in view in a channel: its canvas, its bookmarks, its pins. */
export interface Board {
  /** Answers the id of the canvas. */
  createCanvas(
    channelId: string,
    canvas: { readonly title: string; readonly markdown: string },
  ): Promise<Answered<string>>;
  /** Puts this in the place of everything that the canvas holds. */
  rewriteCanvas(canvasId: string, markdown: string): Promise<Answered<true>>;
  /** The canvas that a channel has, if it is certain that the bot made it. */
  findOwnCanvas(channelId: string): Promise<string | undefined>;
  /** Undefined where Slack does not tell. */
  findLink(canvasId: string): Promise<string | undefined>;
  addBookmark(
    channelId: string,
    bookmark: { readonly title: string; readonly link: string },
  ): Promise<Answered<string>>;
  moveBookmark(channelId: string, bookmarkId: string, link: string): Promise<Answered<true>>;
  /** False when nobody allowed the app to pin. */
  mayPin(): Promise<boolean>;
  pin(channelId: string, ts: string): Promise<Answered<true>>;
}

export function createBoard(client: webApi.WebClient): Board {
  const document = (markdown: string) => ({ type: 'markdown', markdown }) as const;
  const fileOf = async (fileId: string) => {
    const found = await answered(client.files.info({ file: fileId }));
    return 'done' in found ? found.done.file : undefined;
  };
  return {
    createCanvas: (channelId, { title, markdown }) =>
      answered(
        client.conversations.canvases.create({
          channel_id: channelId,
          title,
          document_content: document(markdown),
        }),
        ({ canvas_id }) => canvas_id ?? '',
      ),

    rewriteCanvas: (canvasId, markdown) =>
      answered(
        client.canvases.edit({
          canvas_id: canvasId,
          changes: [{ operation: 'replace', document_content: document(markdown) }],
        }),
        () => true,
      ),

    async findOwnCanvas(channelId) {
      const found = await answered(client.conversations.info({ channel: channelId }));
      const canvasId = 'done' in found ? canvasOf(found.done) : undefined;
      const file = canvasId && (await fileOf(canvasId));
      if (!file) return undefined;
      const { user_id: botUserId } = await client.auth.test();
      const creator = file.canvas_creator_id ?? file.user;
      return creator !== undefined && creator === botUserId ? canvasId : undefined;
    },

    async findLink(canvasId) {
      return (await fileOf(canvasId))?.permalink;
    },

    addBookmark: (channelId, { title, link }) =>
      answered(
        client.bookmarks.add({ channel_id: channelId, type: 'link', title, link }),
        ({ bookmark }) => bookmark?.id ?? '',
      ),

    moveBookmark: (channelId, bookmarkId, link) =>
      answered(
        client.bookmarks.edit({ channel_id: channelId, bookmark_id: bookmarkId, link }),
        () => true,
      ),

    async mayPin() {
      // Slack names the token's scopes in a header of every answer.
      const { response_metadata } = await client.auth.test();
      return response_metadata?.scopes?.includes('pins:write') ?? true;
    },

    pin: (channelId, ts) =>
      answered(client.pins.add({ channel: channelId, timestamp: ts }), () => true),
  };
}

const MAY_PASS = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'ratelimited']);

/** The code with which Slack refuses for good; undefined for what is worth another try. */
export function finalRefusalOf(error: unknown): string | undefined {
  const code = slackErrorOf(error);
  return code === undefined || MAY_PASS.has(code) ? undefined : code;
}

async function answered<A>(work: Promise<A>): Promise<Answered<A>>;
async function answered<A, T>(work: Promise<A>, pick: (answer: A) => T): Promise<Answered<T>>;
async function answered<A>(
  work: Promise<A>,
  pick: (answer: A) => unknown = (answer) => answer,
): Promise<Answered<unknown>> {
  try {
    return { done: pick(await work) };
  } catch (error) {
    const code = finalRefusalOf(error);
    if (code === undefined) throw error;
    return { refused: code };
  }
}

/** The library's type of a channel lacks its properties. */
function canvasOf(answer: object): string | undefined {
  const { channel } = answer as {
    channel?: { properties?: { canvas?: { file_id?: string } } };
  };
  return channel?.properties?.canvas?.file_id;
}
