import type { Args } from './api-refusal.ts';
import { flagArg, jsonArg, neededArg, refuse, textArg } from './api-refusal.ts';
import { blockFileFaults } from './block-files.ts';
import { completeBlocks } from './blocks.ts';
import { knownChannel, postingChannel } from './channel-lookup.ts';
import { announceChange, inEvents } from './message-events.ts';
import { messageShape } from './message-shape.ts';
import { pingsOf } from './mrkdwn.ts';
import { type Draft, postAsBot, TEXT_LIMIT } from './posting.ts';
import type { Simulation } from './simulation.ts';
import { findMessage, hasBot, installTeam, isOutsider, messagesIn, userOf } from './simulation.ts';
import type { Channel, Json, StoredMessage } from './state.ts';
import { messageFaults } from './validate-message.ts';

export function postMessage(sim: Simulation, args: Args): Json {
  const channel = postingChannel(sim, neededArg(args, 'channel'));
  const message = postAsBot(sim, channel, draftOf(sim, channel, args));
  return {
    channel: channel.id,
    ts: message.ts,
    message: messageShape(sim, message, { metadata: true }),
  };
}

export function postEphemeral(sim: Simulation, args: Args): Json {
  const channel = postingChannel(sim, neededArg(args, 'channel'));
  const viewerId = neededArg(args, 'user');
  const viewer = userOf(sim, viewerId);
  const isRefused = viewer && isOutsider(sim, viewer) && sim.faults.refusesEphemeralsToOutsiders;
  if (!channel.members.has(viewerId) || !viewer || isRefused) refuse('user_not_in_channel');
  const draft = draftOf(sim, channel, args);
  const message = postAsBot(sim, channel, { ...draft, metadata: undefined, viewerId });
  return { message_ts: message.ts };
}

export function updateMessage(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  const message = ownMessage(sim, channel, neededArg(args, 'ts'), 'cant_update_message');
  const content = contentOf(sim, args);
  const before = messageShape(sim, message, inEvents(channel));
  const blocks = content.blocks ?? message.blocks;
  message.text = content.text ?? (content.blocks ? '' : message.text);
  message.blocks = blocks?.length ? blocks : undefined;
  message.attachments = content.attachments ?? message.attachments;
  if (content.metadata) message.metadata = content.metadata;
  message.edited = { user: sim.world.app.botUserId, ts: sim.newTs() };
  message.pings = pingsOf(message.text, [message.blocks, message.attachments]);
  announceChange(sim, channel, 'message_changed', message, before);
  sim.changed();
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: messageShape(sim, message, { metadata: true }),
  };
}

export function deleteMessage(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  const message = ownMessage(sim, channel, neededArg(args, 'ts'), 'cant_delete_message');
  const before = messageShape(sim, message, inEvents(channel));
  const all = messagesIn(sim, channel.id);
  all.splice(all.indexOf(message), 1);
  announceChange(sim, channel, 'message_deleted', message, before);
  sim.changed();
  return { channel: channel.id, ts: message.ts };
}

export function getPermalink(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  const ts = neededArg(args, 'message_ts');
  const message = findMessage(sim, channel.id, ts);
  if (!message || message.viewerId) return refuse('message_not_found');
  return { channel: channel.id, permalink: permalinkOf(sim, message) };
}

export function permalinkOf(sim: Simulation, { channelId, ts, threadTs }: StoredMessage): string {
  const base = `https://${installTeam(sim).domain}.slack.com/archives/${channelId}`;
  const thread = threadTs ? `?thread_ts=${threadTs}&cid=${channelId}` : '';
  return `${base}/p${ts.replace('.', '')}${thread}`;
}

function ownMessage(sim: Simulation, channel: Channel, ts: string, refusal: string): StoredMessage {
  const message = findMessage(sim, channel.id, ts);
  if (!message || message.viewerId) return refuse('message_not_found');
  if (message.botId !== sim.world.app.botId) return refuse(refusal);
  if (channel.isArchived) return refuse('is_archived');
  if (!hasBot(sim, channel)) return refuse(refusal);
  return message;
}

function draftOf(sim: Simulation, channel: Channel, args: Args): Draft {
  const content = contentOf(sim, args);
  const threadTs = textArg(args, 'thread_ts');
  const parent = threadTs ? findMessage(sim, channel.id, threadTs) : undefined;
  if (threadTs && !parent) refuse('thread_not_found');
  if (parent?.viewerId) refuse('cannot_reply_to_message');
  const linksNames = flagArg(args, 'link_names') || textArg(args, 'parse') === 'full';
  return { ...content, text: content.text ?? '', threadTs, linksNames };
}

type Content = {
  readonly text: string | undefined;
  readonly blocks: Json[] | undefined;
  readonly attachments: Json[] | undefined;
  readonly metadata: Json | undefined;
};

export function contentOf(sim: Simulation, args: Args): Content {
  const markdown = textArg(args, 'markdown_text');
  const blocks = jsonArg(args, 'blocks', 'invalid_blocks_format');
  const attachments = jsonArg(args, 'attachments', 'invalid_arguments') as Json[] | undefined;
  const metadata = jsonArg(args, 'metadata', 'invalid_metadata_format') as Json | undefined;
  if (markdown && (textArg(args, 'text') || blocks)) refuse('markdown_text_conflict');
  if (markdown && markdown.length > 12_000) refuse('msg_too_long');
  const text = markdown ?? textArg(args, 'text');
  if (sim.faults.refusesCharts) refuseCharts(blocks);
  const fault = messageFaults({ text, blocks, attachments, metadata });
  if (fault) refuse(fault.code, messagesDetail(fault.messages));
  const unseen = blockFileFaults(sim, blocks, '/blocks');
  if (unseen.length > 0) refuse('invalid_blocks', messagesDetail(unseen));
  return {
    text: text?.slice(0, TEXT_LIMIT),
    blocks: blocks ? completeBlocks(blocks as Json[], sim.newId) : undefined,
    attachments,
    metadata,
  };
}

function refuseCharts(blocks: unknown): void {
  const at = Array.isArray(blocks) ? blocks.findIndex(isChart) : -1;
  if (at < 0) return;
  const complaint = `[ERROR] unsupported type: data_visualization [json-pointer:/blocks/${at}/type]`;
  refuse('invalid_blocks', messagesDetail([complaint]));
}

function isChart(block: Json): boolean {
  return block?.type === 'data_visualization';
}

function messagesDetail(messages: readonly string[] | undefined): Json {
  if (!messages?.length) return {};
  return {
    errors: messages.map((it) => it.replace('[ERROR] ', '')),
    response_metadata: { messages },
  };
}
