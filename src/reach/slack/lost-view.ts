import type { Loss } from '../../channels/loss.ts';
import type { Message } from '../../slack/answer.ts';
import { section } from '../../slack/blocks.ts';
import { bold, inert, mention, moment } from '../../slack/mrkdwn.ts';
import type { MemberLoss } from '../lost.ts';

const WHY: Readonly<Record<Loss, string>> = {
  archived: 'it was archived',
  deleted: 'it was deleted',
  removed: 'I was removed from it',
  uninstalled: 'the app was removed from the workspace',
};

/** Its name, where the reader may see the channel; Slack shows it. */
const channelLink = (channelId: string) => `<#${channelId}>`;

/** The bot can’t speak in a channel any more. */
export function channelLostMessage(given: {
  readonly channelId: string;
  readonly why: Loss;
  readonly partnershipName: string;
  /** Another channel of the partnership, in which it goes on. */
  readonly otherChannelId: string | undefined;
}): Message {
  const { channelId, why, partnershipName, otherChannelId } = given;
  const name = bold(partnershipName);
  const lines = [
    `I can’t speak in ${channelLink(channelId)} any more: ${WHY[why]}. What you agreed in ${name} stays.`,
    otherChannelId
      ? `Everything goes on in ${channelLink(otherChannelId)}.`
      : 'Until I’m back there are no digests, questions or reminders.',
    why === 'deleted'
      ? 'To go on, invite me to another channel that you share: `/invite @common-ground`.'
      : why === 'archived'
        ? 'When the channel is opened again, I go on by myself.'
        : 'To bring me back, write `/invite @common-ground` there.',
  ];
  return said(lines.join(' '));
}

/** An administrator lets the bot not post where it is; it does everything else. */
export function channelLimitedMessage(given: {
  readonly channelId: string;
  readonly partnershipName: string;
}): Message {
  const { channelId, partnershipName } = given;
  const lines = [
    `An administrator has limited who may post in ${channelLink(channelId)}, so Slack doesn’t take what I say there about ${bold(partnershipName)}.`,
    'Commands, direct messages and digests go on.',
    'Whoever manages the channel can let me post, in its settings under who can post. What waits I try again for the better part of a day, and what comes later when it comes.',
  ];
  return said(lines.join(' '));
}

/** Slack’s answer to a revoked token is silence: this is said when it is over. */
export function channelBackMessage(given: {
  readonly channelId: string;
  readonly partnershipName: string;
  readonly from: Date;
  readonly until: Date;
}): Message {
  const { channelId, partnershipName, from, until } = given;
  return said(
    `I’m back in ${channelLink(channelId)}. From ${moment(from)} until ${moment(until)} Slack didn’t take my messages, so nothing about ${bold(partnershipName)} was sent in that time. Nothing you said is lost; \`/partnership digest now\` has what matters today.`,
  );
}

/** Somebody is not written to any more, and looked after something. */
export function memberLostMessage(given: {
  readonly slackUserId: string;
  readonly why: MemberLoss;
  readonly organizationName: string;
  readonly roles: readonly string[];
  readonly milestones: readonly string[];
}): Message {
  const { slackUserId, why, organizationName, roles, milestones } = given;
  const who = mention(slackUserId);
  const [title] = milestones;
  const tasks = [
    ...roles.map((role) => `${role} of ${inert(organizationName)}`),
    ...(title
      ? [
          `the one who looks after ${bold(title)}${milestones.length > 1 ? ` and ${milestones.length - 1} more` : ''}`,
        ]
      : []),
  ];
  const role = roles[0] ? [`\`/partnership setup ${roles[0]} @person\``] : [];
  const owner = title ? ['`/partnership milestones owner TITLE = @person`'] : [];
  const lines = [
    why === 'refused'
      ? `Slack doesn’t let me write to ${who}, so questions and reminders don’t reach them. They can still ask me in the channel.`
      : `${who} ${why === 'left' ? 'left the channel' : 'has no Slack account any more'}, so I don’t write to them. What they said for ${inert(organizationName)} stays.`,
    ...(tasks.length > 0 ? [`They are ${tasks.join(', ')}.`] : []),
    ...(role.length + owner.length > 0
      ? [`To name somebody else: ${[...role, ...owner].join(' · ')}.`]
      : []),
  ];
  return said(lines.join(' '));
}

function said(text: string): Message {
  return { text, blocks: [section(text)] };
}
