import { createHash } from 'node:crypto';
import type { Chart } from './chart.ts';

/** Two charts with the same hash are the same picture. */
export function hashOf({ spec, altText }: Chart): string {
  return createHash('sha256')
    .update(JSON.stringify([spec, altText]))
    .digest('hex');
}
