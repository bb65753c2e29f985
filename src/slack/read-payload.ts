import type { z } from 'zod';
import { storable } from '../database/storable.ts';
import { COMMAND, EVENT, EVENTS, INTERACTIONS, RATE_LIMITED } from './payload-shapes.ts';

export type PayloadKind = 'command' | 'event' | 'interaction' | 'unknown';

type Json = { readonly [key: string]: unknown };

/** What somebody sent us in Slack’s name: for Bolt, or nothing that we know and why, without its words. */
export type ReadPayload =
  | { readonly kind: PayloadKind; readonly body: Json }
  | { readonly kind: PayloadKind; readonly why: Unread; readonly at?: string; readonly sent: Json };

export type Unread = 'not JSON' | 'not an object' | 'too deep' | 'of no kind' | 'of another shape';

export function readPayload(sent: unknown): ReadPayload {
  let clean: unknown;
  try {
    clean = storable(sent);
  } catch {
    return { kind: 'unknown', why: 'too deep', sent: {} };
  }
  if (!isObject(clean)) return { kind: 'unknown', why: 'not an object', sent: {} };
  const given = withoutNothing(clean);
  const body = isObject(given.event) ? { ...given, event: withoutNothing(given.event) } : given;
  const { kind, shapes } = expected(body);
  if (shapes.length === 0) return { kind, why: 'of no kind', sent: body };
  for (const { shape, of } of shapes) {
    const { error } = shape.safeParse(of);
    if (error) return { kind, why: 'of another shape', at: placeOf(error), sent: body };
  }
  return { kind, body };
}

type Expected = { readonly shape: z.ZodType; readonly of: unknown };

function expected(body: Json): {
  readonly kind: PayloadKind;
  readonly shapes: readonly Expected[];
} {
  const { type } = body;
  if (type === 'event_callback') {
    const event = isObject(body.event) ? body.event : {};
    const own = entryOf(EVENTS, event.type);
    const shapes = [{ shape: EVENT, of: body }, ...(own ? [{ shape: own, of: event }] : [])];
    return { kind: 'event', shapes };
  }
  if (type === 'app_rate_limited') {
    return { kind: 'event', shapes: [{ shape: RATE_LIMITED, of: body }] };
  }
  if (body.command !== undefined)
    return { kind: 'command', shapes: [{ shape: COMMAND, of: body }] };
  const shape = entryOf(INTERACTIONS, type);
  if (!shape) return { kind: 'unknown', shapes: [] };
  return { kind: 'interaction', shapes: [{ shape, of: body }] };
}

function entryOf<T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Slack writes `null` where there is nothing, and Bolt looks into whatever is there. */
function withoutNothing(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

/** The names of the first two keys are the shape’s own; below them may stand what people wrote. */
function placeOf({ issues }: z.ZodError): string {
  return issues[0]?.path.slice(0, 2).join('.') ?? '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
