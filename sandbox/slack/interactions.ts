import type { Reply } from './courier.ts';
import type { Simulation } from './simulation.ts';
import type { Json } from './state.ts';

/** Interactivity travels as one form field that holds JSON. */
export async function sendInteraction(
  sim: Simulation,
  payload: Json,
  kind: 'interaction' | 'options' = 'interaction',
): Promise<Reply> {
  const isEnabled = sim.manifest.settings?.interactivity?.is_enabled === true;
  if (!isEnabled || sim.state.install !== 'active') {
    return { status: 0, headers: {}, text: '', failure: 'connection_failed' };
  }
  return sim.courier.send({
    kind,
    name: String(payload.type),
    body: payload,
    encoded: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    contentType: 'application/x-www-form-urlencoded',
  });
}
