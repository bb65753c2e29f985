import type { Db } from '../database/client.ts';
import { deletePressesBefore } from './press-store.ts';

const DAY_MS = 24 * 3_600_000;

/** Of what was pressed for, only the last moments matter. */
export function forgetPresses(db: Db, now: Date): Promise<void> {
  return deletePressesBefore(db, new Date(now.getTime() - DAY_MS));
}
