import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

export type SignedRequest = { readonly body: string; readonly headers: Record<string, string> };

export type Load = {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
};

const CONCURRENCY = 16;

/** Slack's signature; a request is good for five minutes. */
export function sign(body: string, secret: string): SignedRequest {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    },
  };
}

/**
 * Asks sixteen at a time, over connections that stay open: each request once, or at random for so many
 * seconds.
 */
export async function load(
  port: number,
  requests: readonly SignedRequest[],
  seconds: number | undefined,
  expected: string,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const latencies: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + (seconds ?? Number.POSITIVE_INFINITY) * 1000;
  let next = -1;
  const pick = (): SignedRequest | undefined => {
    next += 1;
    return requests[seconds ? Math.floor(Math.random() * requests.length) : next];
  };
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const one = pick();
      if (!one) return;
      const askedAt = performance.now();
      const answer = await ask(agent, port, one);
      latencies.push(performance.now() - askedAt);
      if (!answer.includes(expected))
        throw new Error(`an unexpected answer: ${answer.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const elapsed = (performance.now() - startedAt) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { requestsPerSecond: latencies.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

function ask(agent: Agent, port: number, { body, headers }: SignedRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { agent, host: '127.0.0.1', port, method: 'POST', path: '/slack/events', headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve(response.statusCode === 200 ? text : `status ${response.statusCode}`),
        );
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}
