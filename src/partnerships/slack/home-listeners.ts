import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Context } from '../../context.ts';
import { listMembers } from '../../members/list-members.ts';
import { Refusal } from '../../refusal.ts';
import { askingOf } from '../../slack/asking.ts';
import { slackErrorOf } from '../../slack/clients.ts';
import type { ContextOf } from '../../slack/context-of.ts';
import { drawnOrInWords } from '../../slack/drawn.ts';
import { wordedHome } from '../../slack/homes.ts';
import { doorOf } from '../../slack/wording.ts';
import { homeView, strangersHomeView } from './home-view.ts';

export type HomeParts = {
  readonly contextOf: ContextOf;
  /** What the other capabilities have to show to this person. */
  readonly sections: (ctx: Context) => Promise<readonly KnownBlock[]>;
  /** What there is to do once it is shown; nobody waits for it. */
  readonly opened: (ctx: Context) => Promise<void>;
};

/** What Slack says where there is nobody to show a Home to. */
const NOBODY = new Set(['user_not_found', 'user_not_visible', 'not_enabled']);

/** Whoever opens the App Home finds something useful, also who takes part in nothing yet. */
export function registerHome(slack: App, { contextOf, sections, opened }: HomeParts): void {
  slack.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const asking = askingOf(body);
    const given = await contextOf(asking).catch((error) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    const view =
      given instanceof Refusal
        ? strangersHomeView(given.message)
        : homeView(given.partnership, await listMembers(given), await sections(given));
    const member = given instanceof Refusal ? undefined : given.member;
    const door = doorOf({
      ...asking,
      isDirect: false,
      teamIds: member ? [member.slackTeamId] : [],
    });
    await drawnOrInWords(wordedHome(door, view), (given) =>
      client.views.publish({ user_id: event.user, view: given }),
    ).catch((error) => {
      // Nobody sees a Home there, however often it is tried.
      if (!NOBODY.has(slackErrorOf(error) ?? '')) throw error;
    });
    if (!(given instanceof Refusal)) await opened(given);
  });
}
