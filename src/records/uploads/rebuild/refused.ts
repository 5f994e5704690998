import type { Refusal } from '../refusals.ts';

/** A file that is not kept. Its message is for the log of a developer who runs the check by hand. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal, { cause });
    this.refusal = refusal;
  }
}

/** Runs a parser of others: whatever it throws of its own means that the file is unreadable. */
export async function orUnreadable<T>(parse: () => T | Promise<T>): Promise<T> {
  try {
    return await parse();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('unreadable', error);
  }
}
