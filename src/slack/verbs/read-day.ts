import type { Context } from '../../context.ts';
import type { Asking } from '../asking.ts';

/** How a day was read, in all the ways in which it can be; or what is wrong with it, in a sentence. */
export type ReadDay =
  | { readonly days: readonly string[]; readonly isExact: boolean }
  | { readonly message: string };

/** Reads a day in words, among those to come or those that were. */
export type DayReader = (
  text: string,
  ctx: Context,
  asking: Asking,
  direction: 'past' | 'future',
) => Promise<ReadDay>;
