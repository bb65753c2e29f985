import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 0o700;
const FILE = 0o600;
/** Of whoever is not the owner. */
const OTHERS = 0o077;

/** All that an embedded database keeps in its folder. */
const OWN = ['lock', 'lock-journal', 'pid', 'postgres', 'postgres.new'];

/**
 * Makes the folder of an embedded database, or mends one that an earlier version has left readable, and
 * keeps others of the machine from what this process writes from now on. A folder that holds other things
 * too may be anybody's and keeps its rights; what is the database's in it does not.
 */
export function keepPrivate(dataDir: string): void {
  process.umask(OTHERS);
  mkdirSync(dataDir, { recursive: true });
  const names = readdirSync(dataDir);
  if (names.every((name) => OWN.includes(name))) mend(dataDir);
  for (const name of names.filter((one) => OWN.includes(one))) {
    const path = join(dataDir, name);
    mend(path);
    if (!lstatSync(path).isDirectory()) continue;
    for (const inner of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      mend(join(path, inner));
    }
  }
}

function mend(path: string): void {
  const status = lstatSync(path);
  if (status.isSymbolicLink() || (status.mode & OTHERS) === 0) return;
  try {
    chmodSync(path, status.isDirectory() ? FOLDER : FILE);
  } catch {
    // A volume may know no rights, or belong to somebody else who lets this process write.
  }
}
