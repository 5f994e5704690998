import { pino } from 'pino';
import { env } from './env.ts';

let logger: ReturnType<typeof pino> | undefined;

/**
 * Structured log to standard output. Log ids and codes only: never names, addresses, form contents,
 * tokens, codes or request bodies.
 */
export function log(): ReturnType<typeof pino> {
  logger ??= pino({ level: env().LOG_LEVEL, base: null });
  return logger;
}
