import { ProvisionError } from './provision-error';

/** Ends the program: one clear sentence for a part that could not be had, else the whole error. */
export function reportAndExit(error: unknown): never {
  console.error(error instanceof ProvisionError ? `\n✗ ${error.message}\n` : error);
  process.exit(1);
}
