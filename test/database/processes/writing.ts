import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PROGRAM_ENV, PROGRAM_FLAGS } from '../../support/program-env.ts';

export type Writing = {
  readonly child: ChildProcess;
  /** The rows that were acknowledged up to now. */
  readonly acknowledged: readonly string[];
  /** Resolves when so many rows are acknowledged; `0` when the database is open. */
  until(rows: number): Promise<void>;
  /** As the system kills a process: it cannot say goodbye. */
  kill(): Promise<void>;
};

/** Starts a process that opens `dataDir` and writes until it is killed. */
export function startWriting(dataDir: string): Writing {
  const child = spawn(
    process.execPath,
    [...PROGRAM_FLAGS, fileURLToPath(new URL('./writer.ts', import.meta.url)), dataDir],
    { env: PROGRAM_ENV, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const wake of waiting) wake();
  });
  const written = (): readonly string[] => lines.slice(1);
  return {
    child,
    get acknowledged() {
      return written();
    },
    until(rows) {
      const enough = new Promise<void>((resolve) => {
        const wake = () => {
          if (lines.length > rows) resolve();
        };
        waiting.add(wake);
        wake();
      });
      const died = exited.then(() => Promise.reject(new Error('the writer ended by itself')));
      return Promise.race([enough, died]);
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
