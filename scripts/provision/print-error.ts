import { isAppError } from '@/platform/errors';

/** Prints why a script stopped, and sets its exit code to 1. */
export function printError(error: unknown): void {
  console.error(isAppError(error) ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
