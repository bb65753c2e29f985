import type { WorldUser } from '../world.ts';
import { visibleMessage } from './clicks.ts';
import { shortcutShape } from './interaction-shape.ts';
import { sendInteraction } from './interactions.ts';
import type { Simulation } from './simulation.ts';
import { isOutsider, notify } from './simulation.ts';

export type ShortcutOutcome = { readonly status: number; readonly notice?: string };

export async function runShortcut(
  sim: Simulation,
  user: WorldUser,
  callbackId: string,
  on?: { readonly channelId: string; readonly ts: string },
): Promise<ShortcutOutcome> {
  const type = on ? 'message' : 'global';
  const known = sim.manifest.features?.shortcuts?.find(
    (shortcut) => shortcut.callback_id === callbackId && shortcut.type === type,
  );
  if (!known) throw new Error(`The manifest has no ${type} shortcut “${callbackId}”`);
  if (isOutsider(sim, user)) {
    const notice = `“${known.name}” is not available: your organization did not install ${sim.world.app.name}.`;
    return { status: 0, notice: notify(sim, user.id, notice) };
  }
  const found = on && visibleMessage(sim, user, on.ts, on.channelId);
  if (on && (!found || found.message.viewerId)) throw new Error(`No message ${on.ts} to act on`);
  const reply = await sendInteraction(sim, shortcutShape(sim, user, callbackId, found));
  if (!reply.failure) return { status: reply.status };
  const notice = notify(sim, user.id, `${sim.world.app.name} did not answer. Try again.`);
  return { status: reply.status, notice };
}
