import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PROGRAM_ENV, PROGRAM_FLAGS } from './program-env.ts';

export type BotProcess = AsyncDisposable & {
  readonly url: string;
  /** What it printed so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
};

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** `npm start` without npm: the program itself, with these settings and no others. */
export function spawnBot(settings: Readonly<Record<string, string>>): BotProcess {
  const child = spawn(
    process.execPath,
    [...PROGRAM_FLAGS, '--disable-warning=ExperimentalWarning', MAIN],
    {
      env: { ...PROGRAM_ENV, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? code);
  return {
    url: `http://127.0.0.1:${settings.PORT}`,
    output: () => printed,
    kill: (signal) => void child.kill(signal),
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Resolves when the bot would answer. */
export async function whenReady(bot: BotProcess): Promise<void> {
  const deadline = performance.now() + 30_000;
  let ended = false;
  void bot.ended.then(() => {
    ended = true;
  });
  while (!ended && performance.now() < deadline) {
    const answer = await fetch(`${bot.url}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The bot did not become ready:\n${bot.output()}`);
}
