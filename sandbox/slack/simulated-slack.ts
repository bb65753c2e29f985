import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ControlHooks, createControl } from './control.ts';
import type { RecordedDelivery } from './courier.ts';
import { createSimulation, type SimulationOptions } from './create-simulation.ts';
import { handleDownload } from './download-url.ts';
import { createFaults, type Faults } from './faults.ts';
import { sendJson } from './http.ts';
import { createLimits, noLimits } from './limits.ts';
import { handleResponseUrl } from './response-url.ts';
import type { SlackState } from './state.ts';
import { until } from './until.ts';
import { handleUpload } from './upload-url.ts';
import { type Visitor, visitorOf } from './visitor.ts';
import { createWebApi, type RecordedCall } from './web-api.ts';

export type SimulatedSlackOptions = ControlHooks &
  SimulationOptions & {
    readonly botUrl?: string;
    /** 0, the default, takes any free port. */
    readonly port?: number;
    readonly limits?: 'off' | 'slack';
    readonly signingSecret?: string;
    readonly token?: string;
  };

export type SimulatedSlack = AsyncDisposable & {
  readonly url: string;
  readonly apiUrl: string;
  readonly signingSecret: string;
  readonly token: string;
  readonly state: SlackState;
  readonly calls: readonly RecordedCall[];
  readonly deliveries: readonly RecordedDelivery[];
  readonly fault: Faults;
  setBotUrl(url: string): void;
  as(userId: string): Visitor;
  /** Resolves when no request to the bot is in flight and no prompt retry waits. */
  settled(): Promise<void>;
  /** Resolves with the first truthy answer, looking again after each change and every 10 ms. */
  until<T>(look: () => T | undefined | false, patienceMs?: number): Promise<T>;
  onChange(listener: () => void): () => void;
};

export async function startSimulatedSlack(options: SimulatedSlackOptions): Promise<SimulatedSlack> {
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const signingSecret = options.signingSecret ?? 'simulated-signing-secret';
  const token = options.token ?? 'xoxb-simulated';
  const server = createServer();
  const url = await listen(server, options.port ?? 0);
  const sim = createSimulation(options, { url, signingSecret, changed });
  sim.courier.botUrl = options.botUrl;
  const api = createWebApi(
    sim,
    options.limits === 'slack' ? createLimits(sim.realNow) : noLimits,
    token,
  );
  const fault = createFaults(sim);
  const as = (userId: string): Visitor => visitorOf(sim, userId);
  const onChange = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const control = createControl({ sim, api, fault, as, onChange, ...options });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', url);
    const [, area, ...rest] = pathname.split('/');
    if (area === 'api') return api.handle(rest.join('/'), request, response);
    if (area === 'hooks') return handleResponseUrl(sim, rest.at(-1) ?? '', request, response);
    if (area === 'upload') return handleUpload(sim, rest.at(-1) ?? '', request, response);
    if (area === 'files-pri') return handleDownload(sim, token, rest[0] ?? '', request, response);
    if (area === 'control') return control.handle(rest.join('/'), request, response);
    if (options.pages?.(request, response)) return;
    sendJson(response, 404, { error: 'There is nothing here', path: pathname });
  }

  server.on('request', (request, response) => {
    route(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { error: String(error) });
      else response.destroy();
    });
  });

  return {
    url,
    apiUrl: `${url}/api/`,
    signingSecret,
    token,
    state: sim.state,
    calls: api.calls,
    deliveries: sim.courier.deliveries,
    fault,
    setBotUrl(botUrl) {
      sim.courier.botUrl = botUrl;
    },
    as,
    settled: () => sim.courier.settled(),
    until: (look, patienceMs) => until(look, onChange, patienceMs),
    onChange,
    async [Symbol.asyncDispose]() {
      sim.events.stop();
      control.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
