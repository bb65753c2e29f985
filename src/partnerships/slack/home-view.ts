import type { KnownBlock } from '@slack/types';
import type { Member } from '../../members/member.ts';
import { actions, button, header, section } from '../../slack/blocks.ts';
import type { Home } from '../../slack/homes.ts';
import { LIMITS } from '../../slack/limits.ts';
import { escaped } from '../../slack/mrkdwn.ts';
import type { Partnership } from '../partnership.ts';
import { glanceParagraphs } from './glance-view.ts';
import { partnershipHelp } from './help-view.ts';
import { PARTNERSHIPS } from './ids.ts';

export function homeView(
  partnership: Partnership,
  members: readonly Member[],
  sections: readonly KnownBlock[],
): Home {
  const [channelId = ''] = partnership.channelIds;
  return view([
    header(partnership.name),
    ...sections,
    header('Who works together'),
    ...glanceParagraphs(partnership, members)
      .slice(1)
      .map((paragraph) => section(paragraph)),
    actions([
      button({ id: PARTNERSHIPS.setup, text: 'Set up', value: channelId }),
      button({ id: PARTNERSHIPS.members, text: 'Members', value: `1 ${channelId}` }),
    ]),
    header('What you can ask'),
    ...help(),
  ]);
}

export function strangersHomeView(sentence: string): Home {
  return view([header('Common Ground'), section(escaped(sentence)), ...help()]);
}

function help(): readonly KnownBlock[] {
  return partnershipHelp().blocks ?? [];
}

function view(blocks: readonly KnownBlock[]): Home {
  return { type: 'home', blocks: blocks.slice(0, LIMITS.viewBlocks) };
}
