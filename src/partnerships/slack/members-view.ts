import type { Member } from '../../members/member.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, fitting, section } from '../../slack/blocks.ts';
import { LIMITS, page } from '../../slack/limits.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { Organization, Partnership } from '../partnership.ts';
import { PARTNERSHIPS } from './ids.ts';
import { shown } from './names.ts';

const PAGE_SIZE = 20;

/** Everybody who has taken part, by organization. */
export function membersMessage(
  partnership: Partnership,
  members: readonly Member[],
  wanted: number,
): Message {
  const people = partnership.organizations.flatMap((organization) =>
    members
      .filter((member) => member.organizationId === organization.id)
      .map((member) => ({ organization, member })),
  );
  if (people.length === 0) {
    const text =
      'Nobody has used me here yet. People appear when they first look up or propose something.';
    return { text, blocks: [section(text)] };
  }
  const { items, number, of } = page(people, wanted, PAGE_SIZE);
  const title = `Members: ${people.length}${of > 1 ? ` · page ${number} of ${of}` : ''}`;
  const groups = partnership.organizations.flatMap((organization) => {
    const own = items.filter((one) => one.organization === organization);
    return own.length > 0 ? [[headingOf(organization), ...own.map(lineOf)]] : [];
  });
  const [channelId = ''] = partnership.channelIds;
  const turn = (to: number, text: string, id: string) =>
    button({ id, text, value: `${to} ${channelId}` });
  const turns = [
    ...(number > 1 ? [turn(number - 1, 'Previous page', PARTNERSHIPS.members)] : []),
    ...(number < of ? [turn(number + 1, 'Next page', PARTNERSHIPS.membersNext)] : []),
  ];
  return {
    text: [title, ...groups.flat()].join('\n'),
    blocks: fitting(
      [
        section(bold(title)),
        ...(turns.length > 0 ? [actions(turns)] : []),
        ...groups.flatMap(sectionsOf),
      ],
      'There is more than Slack shows at once.',
    ),
  };
}

function headingOf(organization: Organization): string {
  return `*${shown(organization.shortName)}*${organization.hasLeft ? ' · has left' : ''}`;
}

function lineOf({ member }: { readonly member: Member }): string {
  const roles = [
    ...(member.coordinator ? ['coordinator'] : []),
    ...(member.representative ? ['representative'] : []),
    ...(member.observer ? ['observer'] : []),
  ];
  return `• ${[shown(member.displayName), ...roles].join(' · ')}`;
}

/** In as many sections as it takes, none cut within a line. */
function sectionsOf(lines: readonly string[]) {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + line.length < LIMITS.section) {
      parts[parts.length - 1] = `${last}\n${line}`;
    } else parts.push(line);
  }
  return parts.map((part) => section(part));
}
