import type { WorldUser } from '../world.ts';
import { addReaction } from './api-people.ts';
import { openAppHome } from './app-home.ts';
import { isShownTo } from './block-files.ts';
import { askForOptions, type ClickTarget, clickElement, visibleMessage } from './clicks.ts';
import { type CommandOutcome, runCommand } from './commands.ts';
import { fileTypeOf } from './file-types.ts';
import { fileForPerson, uploadAsPerson } from './files.ts';
import { addBot, addPerson, removePerson } from './membership.ts';
import { closeView, fillView, type SubmitOutcome, submitView } from './modals.ts';
import { typedText } from './mrkdwn.ts';
import { postAsPerson } from './posting.ts';
import { type Seen, seenBy } from './sees.ts';
import { runShortcut, type ShortcutOutcome } from './shortcuts.ts';
import type { Simulation } from './simulation.ts';
import { directChannel, hasBot, isOutsider, isStranger, notify, userOf } from './simulation.ts';
import type { Channel, Json, StoredMessage } from './state.ts';

export type PostedMessage = StoredMessage;
export type { ClickTarget, CommandOutcome, Seen, ShortcutOutcome, SubmitOutcome };

/** Everything one person can do. What they cannot, Slack tells them by a notice. */
export type Visitor = {
  readonly user: WorldUser;
  command(channelId: string, text: string, options?: InThread): Promise<CommandOutcome>;
  says(channelId: string, text: string, options?: Sending): Promise<PostedMessage>;
  dm(text: string, options?: Sending): Promise<PostedMessage>;
  /** Answers with the id of a file that nobody else sees, until it is sent or handed in. */
  uploads(name: string, content: Buffer | string): string;
  opensFile(fileId: string): OpenedFile;
  click(target: ClickTarget, actionId: string, value?: unknown, blockId?: string): Promise<void>;
  options(target: ClickTarget, actionId: string, typed: string): Promise<Json[]>;
  fill(viewId: string, values: Readonly<Record<string, unknown>>): void;
  submit(viewId: string, values?: Readonly<Record<string, unknown>>): Promise<SubmitOutcome>;
  /** Cancel closes the top modal; with `all`, the cross closes the whole stack. */
  closeModal(viewId: string, options?: { readonly all?: boolean }): Promise<void>;
  shortcut(
    callbackId: string,
    message?: { readonly channelId: string; readonly ts: string },
  ): Promise<ShortcutOutcome>;
  openHome(tab?: 'home' | 'messages'): Promise<void>;
  react(channelId: string, ts: string, emoji: string): Promise<void>;
  joins(channelId: string): Promise<void>;
  leaves(channelId: string): Promise<void>;
  invitesBot(channelId: string): Promise<void>;
  sees(): Seen;
};

type InThread = { readonly threadTs?: string };
type Sending = InThread & { readonly files?: readonly string[] };
type OpenedFile = { readonly name: string; readonly mimetype: string; readonly bytes: Buffer };

export function visitorOf(sim: Simulation, userId: string): Visitor {
  const known = userOf(sim, userId);
  if (!known) throw new Error(`Nobody in this world is ${userId}`);
  const user: WorldUser = known;

  const inside = (channelId: string): Channel => joinedChannel(sim, user, channelId);
  return {
    user,
    command: (channelId, text, options) =>
      runCommand(sim, user, inside(channelId), text, options?.threadTs),
    says: (channelId, text, options) => say(sim, user, inside(channelId), text, options),
    dm: (text, options) => direct(sim, user, text, options),
    uploads: (name, content) => uploadAsPerson(sim, user, name, Buffer.from(content)).id,
    opensFile(fileId) {
      const shown = sim.state.files.get(fileId);
      const isInBlock = shown?.stage === 'complete' && isShownTo(sim, user, shown);
      const { name, bytes } = isInBlock ? shown : fileForPerson(sim, user, fileId);
      return { name, mimetype: fileTypeOf(name).mimetype, bytes };
    },
    click: (target, actionId, value, blockId) =>
      clickElement(sim, user, target, actionId, value, blockId),
    options: (target, actionId, typed) => askForOptions(sim, user, target, actionId, typed),
    fill: (viewId, values) => fillView(sim, user, viewId, values),
    submit: (viewId, values) => submitView(sim, user, viewId, values),
    closeModal: (viewId, options) => closeView(sim, user, viewId, options?.all),
    shortcut: (callbackId, message) => runShortcut(sim, user, callbackId, message),
    openHome: (tab = 'home') => openAppHome(sim, user, tab),
    async react(channelId, ts, emoji) {
      if (!visibleMessage(sim, user, ts, channelId)) throw new Error(`No message ${ts} here`);
      addReaction(sim, inside(channelId), ts, emoji.replaceAll(':', ''), user.id);
      await sim.courier.settled();
    },
    joins: (channelId) => addPerson(sim, openToChange(existingChannel(sim, channelId)), user),
    leaves: (channelId) => removePerson(sim, openToChange(inside(channelId)), user),
    invitesBot: (channelId) => invite(sim, user, inside(channelId)),
    sees: () => seenBy(sim, user),
  };
}

async function say(
  sim: Simulation,
  user: WorldUser,
  channel: Channel,
  typed: string,
  { threadTs, files = [] }: Sending = {},
): Promise<PostedMessage> {
  if (channel.isArchived) throw new Error(`#${channel.name} is archived`);
  const text = typedText(sim, typed);
  const { app } = sim.world;
  const fileIds = files.map((id) => fileForPerson(sim, user, id).id);
  const posted = await postAsPerson(sim, channel, user, { text, threadTs, fileIds });
  if (text.includes(`<@${app.botUserId}>`) && !hasBot(sim, channel)) {
    notify(sim, user.id, `You mentioned @${app.name}, but they’re not in this channel.`);
  }
  return posted;
}

async function direct(
  sim: Simulation,
  user: WorldUser,
  typed: string,
  options: Sending = {},
): Promise<PostedMessage> {
  const home = sim.manifest.features?.app_home;
  if (home?.messages_tab_enabled === false || home?.messages_tab_read_only_enabled) {
    throw new Error('Sending messages to this app has been turned off.');
  }
  if (isStranger(sim, user)) throw new Error('This person shares no channel with the bot.');
  return say(sim, user, directChannel(sim, user), typed, options);
}

async function invite(sim: Simulation, user: WorldUser, channel: Channel): Promise<void> {
  if (!isOutsider(sim, user)) return addBot(sim, channel, user.id);
  notify(sim, user.id, `Only people of the organization that installed it can add this app.`);
}

function existingChannel(sim: Simulation, channelId: string): Channel {
  const channel = sim.state.channels.get(channelId);
  if (channel) return channel;
  throw new Error(`There is no channel ${channelId}`);
}

/** Others, or fewer, are another conversation. */
function openToChange(channel: Channel): Channel {
  if (channel.kind === 'channel') return channel;
  throw new Error('Nobody joins or leaves a direct or group conversation.');
}

function joinedChannel(sim: Simulation, user: WorldUser, channelId: string): Channel {
  const channel = existingChannel(sim, channelId);
  if (channel.members.has(user.id)) return channel;
  throw new Error(`${user.name} is not in ${channelId}`);
}
