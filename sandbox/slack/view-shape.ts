import type { Simulation } from './simulation.ts';
import { installTeam, userOf } from './simulation.ts';
import type { Json, StoredView } from './state.ts';

/** A view as payloads and `views.*` answers show it: the viewer's team, and the installing one. */
export function viewShape(sim: Simulation, view: StoredView): Json {
  const { app } = sim.world;
  const { content } = view;
  return {
    id: view.id,
    team_id: userOf(sim, view.userId)?.teamId ?? app.installedOn,
    type: view.type,
    blocks: view.blocks,
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousViewId ?? null,
    root_view_id: view.rootViewId,
    app_id: app.id,
    external_id: content.external_id ?? '',
    app_installed_team_id: installTeam(sim).id,
    bot_id: app.botId,
  };
}
