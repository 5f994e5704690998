import { objectSize } from './object-store';

/** An address under which nothing is stored. */
const NOWHERE = '0'.repeat(64);

/** Asks the object store for nothing; throws when it does not answer. */
export async function pingStore(): Promise<void> {
  await objectSize(NOWHERE);
}
