/** A part that could not be had: which one, why, and what the person at the terminal can do. */
export class ProvisionError extends Error {
  override name = 'ProvisionError';

  constructor(
    readonly part: string,
    readonly why: string,
    readonly remedy: string,
  ) {
    super(`${part}: ${why}\n  → ${remedy}`);
  }
}
