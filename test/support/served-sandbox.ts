import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../sandbox/free-port.ts';
import { PROGRAM_ENV } from './program-env.ts';
import { prepareSampleFile } from './template-file.ts';

const MAIN = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));

export type ServedSandbox = AsyncDisposable & { readonly url: string };

/** `npm run sandbox` without npm, on a port of its own. */
export async function startServedSandbox(): Promise<ServedSandbox> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...PROGRAM_ENV,
      SANDBOX_PORT: String(port),
      SANDBOX_TEMPLATE: await prepareSampleFile(),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const printed = (async () => {
    for await (const chunk of child.stdout) if (String(chunk).includes('ready')) return true;
    return false;
  })();
  if (!(await printed)) throw new Error('The sandbox ended before it was ready');
  child.stdout.resume();
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
