import type { Args } from './api-refusal.ts';
import { invalid, jsonArg, neededArg, refuse, textArg } from './api-refusal.ts';
import { completeBlocks } from './blocks.ts';
import { knownChannel, personalChannel } from './channel-lookup.ts';
import { isObject } from './complaints.ts';
import { canvasFileShape, completedShape, fileShape } from './file-shape.ts';
import { expectFile, mayBotSee, SNIPPET_LIMIT } from './files.ts';
import { postAsBot } from './posting.ts';
import type { Simulation } from './simulation.ts';
import { findMessage, hasBot, userOf } from './simulation.ts';
import type { Channel, Json, StoredFile } from './state.ts';
import { blockFaults } from './validate-blocks.ts';

const ALT_TEXT_LIMIT = 1000;
const CHANNELS_LIMIT = 100;

export function getUploadUrl(sim: Simulation, args: Args): Json {
  const name = neededArg(args, 'filename');
  const size = Number(neededArg(args, 'length'));
  if (size === 0) refuse('missing_argument');
  if (!Number.isInteger(size) || size < 0) invalid('must be an integer', '/length');
  // Slack's reference says `alt_txt`, its Node client sends `alt_text`.
  const altText = textArg(args, 'alt_txt') ?? textArg(args, 'alt_text');
  if (altText && altText.length > ALT_TEXT_LIMIT) refuse('alt_txt_too_large');
  const isSnippet = textArg(args, 'snippet_type') !== undefined;
  if (isSnippet && size > SNIPPET_LIMIT) refuse('snippet_too_large');
  const file = expectFile(sim, {
    name,
    size,
    userId: sim.world.app.botUserId,
    ...(altText && { altText }),
    ...(isSnippet && { isSnippet }),
  });
  return { upload_url: sim.tickets.issueUploadUrl(file), file_id: file.id };
}

/** Works once for each file; without a channel the files stay the bot's own. */
export function completeUpload(sim: Simulation, args: Args): Json {
  const files = uploadsOf(sim, args);
  const channels = destinations(sim, args);
  const threadTs = textArg(args, 'thread_ts');
  if (threadTs && channels.length > 1) invalid('needs a single channel', '/thread_ts');
  for (const channel of channels) requireRoom(sim, channel, threadTs);
  const comment = textArg(args, 'initial_comment');
  const blocks = comment === undefined ? blocksOf(sim, args) : undefined;
  for (const { file, title } of files) {
    file.stage = 'complete';
    file.title = title ?? file.title;
  }
  for (const channel of channels) {
    const fileIds = files.map(({ file }) => file.id);
    postAsBot(sim, channel, { text: comment ?? '', blocks, threadTs, fileIds });
  }
  sim.changed();
  return { files: files.map(({ file }) => completedShape(sim, file)) };
}

export function filesInfo(sim: Simulation, args: Args): Json {
  const id = neededArg(args, 'file');
  const canvas = sim.state.canvases.get(id);
  if (canvas?.isDeleted) return refuse('file_deleted');
  if (canvas && hasBot(sim, canvas.channel)) {
    return { file: canvasFileShape(sim, canvas), comments: [] };
  }
  const file = sim.state.files.get(id);
  if (!file || file.stage === 'expected' || file.stage === 'received' || !mayBotSee(sim, file)) {
    return refuse('file_not_found');
  }
  if (file.stage === 'deleted') return refuse('file_deleted');
  return { file: fileShape(sim, file), comments: [], response_metadata: { next_cursor: '' } };
}

export function filesDelete(sim: Simulation, args: Args): Json {
  const file = sim.state.files.get(neededArg(args, 'file'));
  if (!file || !mayBotSee(sim, file)) return refuse('file_not_found');
  if (file.stage === 'deleted') return refuse('file_deleted');
  if (file.userId !== sim.world.app.botUserId) return refuse('cant_delete_file');
  file.stage = 'deleted';
  file.bytes = Buffer.alloc(0);
  sim.changed();
  return {};
}

type Upload = { readonly file: StoredFile; readonly title: string | undefined };

function uploadsOf(sim: Simulation, args: Args): Upload[] {
  const entries = jsonArg(args, 'files', 'invalid_arguments');
  if (!Array.isArray(entries) || entries.length === 0) return invalid('must be an array', '/files');
  return entries.map((entry, index): Upload => {
    if (!isObject(entry) || typeof entry.id !== 'string') {
      return invalid('missing required field: id', `/files/${index}`);
    }
    const file = sim.state.files.get(entry.id);
    if (file?.stage !== 'received') return refuse('file_not_found');
    return { file, title: typeof entry.title === 'string' ? entry.title : undefined };
  });
}

/** `channel_id` takes conversations only, `channels` people as well. */
function destinations(sim: Simulation, args: Args): Channel[] {
  const id = textArg(args, 'channel_id');
  if (id && !/^[CGDZ][A-Z0-9]+$/.test(id)) {
    return invalid('input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$', '/channel_id');
  }
  const more = textArg(args, 'channels')?.split(',') ?? [];
  if (more.length > CHANNELS_LIMIT) return refuse('channels_limit_exceeded');
  const ids = new Set([...(id ? [id] : []), ...more.map((each) => each.trim())]);
  return [...ids].map((each) => {
    const user = userOf(sim, each);
    return user ? personalChannel(sim, user) : knownChannel(sim, each);
  });
}

/** Being allowed to write to any public channel does not help here: the bot has to be a member. */
function requireRoom(sim: Simulation, channel: Channel, threadTs: string | undefined): void {
  if (!hasBot(sim, channel)) refuse('not_in_channel');
  if (channel.isArchived) refuse('posting_to_channel_denied');
  if (threadTs && !findMessage(sim, channel.id, threadTs)) refuse('thread_not_found');
}

function blocksOf(sim: Simulation, args: Args): Json[] | undefined {
  const blocks = jsonArg(args, 'blocks', 'invalid_blocks');
  if (blocks === undefined || blocks === '') return undefined;
  if (!Array.isArray(blocks) || !blocks.every(isObject)) return refuse('invalid_blocks');
  const messages = blockFaults(blocks, 'message');
  if (messages.length > 0) refuse('invalid_blocks', { response_metadata: { messages } });
  return completeBlocks(blocks, sim.newId);
}
