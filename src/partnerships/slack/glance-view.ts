import { coordinatorsOf } from '../../members/authority.ts';
import type { Member } from '../../members/member.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import { type Organization, type Partnership, presentOrganizations } from '../partnership.ts';
import { PARTNERSHIPS } from './ids.ts';
import { listed } from './names.ts';

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
  return [
    `${bold(partnership.name)}${partnership.purpose ? `\n${inert(partnership.purpose)}` : ''}`,
    ...(present.length > 0
      ? [present.map((organization) => organizationLine(organization, members)).join('\n')]
      : []),
    ...missingParagraphs(present, members),
  ];
}

/** What a coordinator could still say, one paragraph each. */
function missingParagraphs(
  present: readonly Organization[],
  members: readonly Member[],
): readonly string[] {
  const names = (some: readonly Organization[]) => listed(some.map((one) => one.shortName));
  const unled = present.filter(({ id }) => coordinatorsOf(id, members).length === 0);
  const empty = present.filter(
    ({ id, slackTeamIds }) =>
      slackTeamIds.length === 0 && !members.some((one) => one.organizationId === id),
  );
  return [
    ...(unled.length > 0
      ? [`Still without a coordinator: ${names(unled)}. \`/partnership setup\` names one.`]
      : []),
    ...(empty.length > 0
      ? [
          `No guest is assigned yet to ${names(empty)}: \`/partnership setup guest @person ORGANIZATION\`.`,
        ]
      : []),
  ];
}

function organizationLine(organization: Organization, members: readonly Member[]): string {
  const own = members.filter((one) => one.organizationId === organization.id);
  const names = (some: readonly Member[]) => listed(some.map((one) => one.displayName));
  const speakers = own.filter((one) => one.representative);
  const coordinators = own.filter((one) => one.coordinator);
  return [
    `• ${bold(organization.shortName)}${organization.name === organization.shortName ? '' : ` — ${inert(organization.name)}`}`,
    ...(organization.sector ? [organization.sector] : []),
    ...(coordinators.length > 0
      ? [`coordinator${coordinators.length > 1 ? 's' : ''} ${names(coordinators)}`]
      : []),
    speakers.length > 0
      ? `${names(speakers)} ${speakers.length > 1 ? 'speak' : 'speaks'} for it`
      : 'anyone may speak for it',
  ].join(' · ');
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
    'These hold for everybody, so changing one needs a yes from a coordinator of every organization. There is no command for it yet.';
  return { text: [...lines, how].join('\n'), blocks: [section(lines.join('\n')), context(how)] };
}
