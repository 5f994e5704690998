import { isAppError } from '@/platform/errors';

/** Tells a person at a terminal why a script stopped, and lets it end as failed. */
export function sayFailure(error: unknown): void {
  console.error(isAppError(error) ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
