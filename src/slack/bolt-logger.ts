import type { Logger as SlackLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Logger } from '../log.ts';

export type BoltLogger = SlackLogger;

/**
 * Bolt's own lines through our log. Only its sentences pass, and at debug level not even those: there
 * it prints whole payloads.
 */
export function createBoltLogger(log: Logger): BoltLogger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (first: unknown, ...rest: unknown[]) => {
      const error = [first, ...rest].find((part) => part instanceof Error);
      const message = typeof first === 'string' ? first.split(/:\s|\n/)[0] : 'bolt';
      log[level]({ ...(error !== undefined && { err: error }), from: 'bolt' }, message ?? 'bolt');
    };
  return {
    debug() {},
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
