// Completes package-lock.json: npm run lock
// npm leaves out the packages of other platforms that it could not find or did not install, and `npm ci`
// then refuses the file. https://github.com/npm/cli/issues/4828
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Entry = {
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lock = { readonly packages: Readonly<Record<string, Entry>> };

const LOCK = fileURLToPath(new URL('../package-lock.json', import.meta.url));

/** The entries of optional packages that the lock file names and does not hold. */
export function missingEntries({ packages }: Lock): Readonly<Record<string, Entry>> {
  return Object.fromEntries(
    Object.values(packages).flatMap(({ dev, optionalDependencies = {} }) =>
      Object.entries(optionalDependencies)
        .filter(([name]) => !(`node_modules/${name}` in packages))
        .map(([name, version]) => {
          const entry = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
          return [`node_modules/${name}`, entry];
        }),
    ),
  );
}

/** `…-linux-x64-musl` → what npm compares with the machine, so that it installs nothing in vain. */
function platformOf(name: string): object {
  const platform =
    /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name);
  if (!platform) throw new Error(`${name} does not name its platform: add it to package-lock.json`);
  const [, os, cpu, abi] = platform;
  const libc = os === 'linux' && abi && (abi.startsWith('musl') ? 'musl' : 'glibc');
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) };
}

export function readLock(): Lock {
  return JSON.parse(readFileSync(LOCK, 'utf8'));
}

if (import.meta.main) {
  const lock = readLock();
  const missing = missingEntries(lock);
  const packages = Object.fromEntries(
    Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added`);
}
