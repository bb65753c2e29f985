import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFault } from '../start-fault.ts';

class DataDirInUse extends StartFault {
  override readonly name = 'DataDirInUse';
}

/**
 * Keeps other processes off an embedded database. SQLite holds an operating system's lock on the file
 * `lock`, which the system lets go of when the process dies, however it dies: nothing is ever stale,
 * and a process number that was given out again (always, in containers) deceives nobody.
 */
export function lockDataDir(dataDir: string): Disposable {
  const pidFile = join(dataDir, 'pid');
  const lock = new DatabaseSync(join(dataDir, 'lock'));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DataDirInUse(explain(resolve(dataDir), readPid(pidFile)), { cause: error });
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    [Symbol.dispose]() {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

/** SQLITE_BUSY */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function readPid(pidFile: string): string {
  try {
    return `process ${readFileSync(pidFile, 'utf8').trim()}`;
  } catch {
    return 'another process';
  }
}

function explain(dataDir: string, owner: string): string {
  return [
    `The data directory ${dataDir} is in use by ${owner}: an embedded database serves one process.`,
    'Stop that process, or set DATA_DIR to another directory;',
    'to run several at once, set DATABASE_URL to a PostgreSQL server.',
  ].join(' ');
}
