import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Running = AsyncDisposable & {
  readonly port: number;
  /** From its start until it answered, in milliseconds. */
  readonly readyAfter: number;
  /** Resident memory, in MiB. */
  memory(): number;
};

export async function startTarget(
  kind: 'bare' | 'look-up' | 'bot',
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path('./target.ts'), kind], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = Number(await firstLine(child, /^\d+$/m));
  return running(child, port, performance.now() - startedAt);
}

export async function startSandbox(port: number): Promise<Running> {
  const startedAt = performance.now();
  const child = spawn('npm', ['run', '--silent', 'sandbox'], {
    env: { ...process.env, SANDBOX_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await firstLine(child, /ready/);
  return running(child, port, performance.now() - startedAt, true);
}

function running(child: ChildProcess, port: number, readyAfter: number, isGroup = false): Running {
  return {
    port,
    readyAfter,
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      process.kill(isGroup ? -(child.pid ?? 0) : (child.pid ?? 0), 'SIGTERM');
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess, wanted: RegExp): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const found = wanted.exec(printed);
    if (found) {
      child.stdout?.resume();
      return found[0];
    }
  }
  throw new Error(`a process ended before it was ready: ${printed}`);
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
