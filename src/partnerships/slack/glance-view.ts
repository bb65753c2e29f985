import type { KnownBlock } from '@slack/types';
import { coordinatorsOf } from '../../members/authority.ts';
import type { Member } from '../../members/member.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { page } from '../../slack/limits.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import { type Organization, type Partnership, presentOrganizations } from '../partnership.ts';
import { PARTNERSHIPS } from './ids.ts';

/** The partnership at a glance; `lead` says what has just changed. */
export function glanceMessage(
  partnership: Partnership,
  members: readonly Member[],
  lead?: string,
): Message {
  const paragraphs = glanceParagraphs(partnership, members);
  const [channelId = ''] = partnership.channelIds;
  const text = [...(lead ? [lead] : []), ...paragraphs];
  return {
    text: text.join('\n'),
    blocks: fitting(
      [
        ...text.map((paragraph) => section(paragraph)),
        actions([
          button({ id: PARTNERSHIPS.setup, text: 'Set up', value: channelId, style: 'primary' }),
          button({ id: PARTNERSHIPS.guest, text: 'Assign a guest', value: channelId }),
          button({ id: PARTNERSHIPS.members, text: 'Members', value: `1 ${channelId}` }),
        ]),
      ],
      'There is more: `/partnership members`',
    ),
  };
}

export function glanceParagraphs(
  partnership: Partnership,
  members: readonly Member[],
): readonly string[] {
  const present = presentOrganizations(partnership);
  const missing = present.filter(({ id }) => coordinatorsOf(id, members).length === 0);
  return [
    `${bold(partnership.name)}${partnership.purpose ? `\n${inert(partnership.purpose)}` : ''}`,
    present.map((organization) => organizationLine(organization, members)).join('\n'),
    ...(missing.length > 0
      ? [
          `Still without a coordinator: ${missing.map(({ shortName }) => inert(shortName)).join(', ')}. \`/partnership setup\` names one.`,
        ]
      : []),
  ];
}

function organizationLine(organization: Organization, members: readonly Member[]): string {
  const own = members.filter((one) => one.organizationId === organization.id);
  const names = (some: readonly Member[]) => some.map((one) => inert(one.displayName)).join(', ');
  const speakers = own.filter((one) => one.representative);
  const coordinators = own.filter((one) => one.coordinator);
  return [
    `• ${bold(organization.shortName)}${organization.name === organization.shortName ? '' : ` — ${inert(organization.name)}`}`,
    ...(organization.sector ? [organization.sector] : []),
    ...(coordinators.length > 0 ? [`coordinator ${names(coordinators)}`] : []),
    speakers.length > 0
      ? `${names(speakers)} ${speakers.length > 1 ? 'speak' : 'speaks'} for it`
      : 'anyone may speak for it',
  ].join(' · ');
}

const PAGE_SIZE = 20;

/** Everybody who has taken part, by organization. */
export function membersMessage(
  partnership: Partnership,
  members: readonly Member[],
  wanted: number,
): Message {
  const lines = presentOrganizations(partnership).flatMap((organization) =>
    members
      .filter((one) => one.organizationId === organization.id)
      .map((one) => `${inert(one.displayName)} · ${inert(organization.shortName)}${rolesOf(one)}`),
  );
  if (lines.length === 0) {
    const text =
      'Nobody has used me here yet. People appear when they first look up or propose something.';
    return { text, blocks: [section(text)] };
  }
  const shown = page(lines, wanted, PAGE_SIZE);
  const title = `Members: ${lines.length}${shown.of > 1 ? ` · page ${shown.number} of ${shown.of}` : ''}`;
  const [channelId = ''] = partnership.channelIds;
  const turn = (to: number, text: string, id: string) =>
    button({ id, text, value: `${to} ${channelId}` });
  const turns = [
    ...(shown.number > 1 ? [turn(shown.number - 1, 'Previous page', PARTNERSHIPS.members)] : []),
    ...(shown.number < shown.of
      ? [turn(shown.number + 1, 'Next page', PARTNERSHIPS.membersNext)]
      : []),
  ];
  const blocks: KnownBlock[] = [section(bold(title)), section(shown.items.join('\n'))];
  return {
    text: [title, ...shown.items].join('\n'),
    blocks: turns.length > 0 ? [...blocks, actions(turns)] : blocks,
  };
}

function rolesOf(member: Member): string {
  const roles = [
    ...(member.coordinator ? ['coordinator'] : []),
    ...(member.representative ? ['representative'] : []),
    ...(member.observer ? ['observer'] : []),
  ];
  return roles.length > 0 ? ` · ${roles.join(', ')}` : '';
}

export function settingsMessage(partnership: Partnership): Message {
  const days = partnership.termFloorWorkingDays;
  const lines = [
    `A term is agreed ${days === 0 ? 'with the last yes' : `at the earliest ${days} working ${days === 1 ? 'day' : 'days'} after it was put forward, in every organization’s calendar`}.`,
    partnership.blindFirst
      ? 'When two organizations define a term differently, meanings are compared blind.'
      : 'Meanings are visible as soon as they are written.',
    partnership.lazyConsent
      ? 'After ten working days silence counts as a yes, where another organization has said yes and the word has one meaning.'
      : 'Silence is never a yes.',
  ];
  const how =
    'Changing a setting will need a yes from every organization; that isn’t available yet.';
  return { text: [...lines, how].join('\n'), blocks: [section(lines.join('\n')), context(how)] };
}
