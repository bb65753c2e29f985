import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../sandbox/free-port.ts';

/** A PostgreSQL server for this run alone; undefined where none is installed. */
export async function startPostgres(): Promise<
  (AsyncDisposable & { readonly url: string }) | undefined
> {
  const bin = binaries();
  if (!bin) return undefined;
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    chmodSync(directory, 0o755);
    execFileSync('chown', ['postgres', directory]);
  }
  // PostgreSQL refuses to run as root.
  const run = (command: string, ...args: string[]) =>
    isRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, command), ...args], {
          stdio: 'ignore',
        })
      : execFileSync(join(bin, command), args, { stdio: 'ignore' });
  const data = join(directory, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8');
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    join(directory, 'log'),
    '-o',
    `-p ${port} -k ${directory} -c listen_addresses=127.0.0.1`,
    'start',
  );
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async [Symbol.asyncDispose]() {
      run('pg_ctl', '-D', data, '-m', 'fast', 'stop');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort() : [];
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    ...versions.map((v) => join(debian, v, 'bin')),
  ];
  return folders.reverse().find((folder) => existsSync(join(folder, 'initdb')));
}
