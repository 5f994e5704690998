import { database } from '@/platform/database/database';
import { rewrapDataKeys } from '@/vault/rewrap-data-keys';

/**
 * Second step of rotating the key-encryption key. First put the new key at the front of KEYRING and restart;
 * after this run, take the old one out.
 */
const rewrapped = await rewrapDataKeys();
process.stdout.write(`${rewrapped} data keys are now wrapped by the keyring's first key.\n`);
await database().$disconnect();
