import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Context } from '../../context.ts';
import { listMembers } from '../../members/list-members.ts';
import { Refusal } from '../../refusal.ts';
import { askingOf } from '../../slack/asking.ts';
import type { ContextOf } from '../../slack/context-of.ts';
import { homeView, strangersHomeView } from './home-view.ts';

export type HomeParts = {
  readonly contextOf: ContextOf;
  /** What the other capabilities have to show to this person. */
  readonly sections: (ctx: Context) => Promise<readonly KnownBlock[]>;
};

/** Whoever opens the App Home finds something useful, also who takes part in nothing yet. */
export function registerHome(slack: App, { contextOf, sections }: HomeParts): void {
  slack.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const view = await contextOf(askingOf(body)).then(
      async (ctx) => homeView(ctx.partnership, await listMembers(ctx), await sections(ctx)),
      (error) => {
        if (error instanceof Refusal) return strangersHomeView(error.message);
        throw error;
      },
    );
    await client.views.publish({ user_id: event.user, view });
  });
}
