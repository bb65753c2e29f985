import type { Db } from '../database/client.ts';
import { doubtAll } from './store.ts';

/** For a bot of one process, when it starts: whatever was being said then is looked for before it is said again. */
export function takeUpAgain(db: Db): Promise<void> {
  return doubtAll(db);
}
