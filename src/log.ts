import { destination, type Logger, pino } from 'pino';

export type { Logger };

/** Logs say what happened to which ids; never what people wrote, nor their names, nor tokens. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: describeError } }, destination(1));
}

/**
 * An error without its message, because messages quote arguments, and arguments are people's words.
 * Codes and stack frames are kept.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  // Bolt puts what a listener threw into errors of its own, under names of its own.
  const { code, data, statusCode, original, originals } = error as Error & {
    original?: unknown;
    originals?: unknown;
    code?: unknown;
    statusCode?: unknown;
    data?: { error?: unknown };
  };
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    ...(typeof data?.error === 'string' && { slack: data.error }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
    ...(original !== undefined && { cause: describeError(original) }),
    ...(Array.isArray(originals) && { errors: originals.map(describeError) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(describeError) }),
  };
}
