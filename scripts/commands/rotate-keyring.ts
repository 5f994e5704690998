import { resealTotpSecrets } from '@/accounts/factors/totp/reseal-totp-secrets';
import { database } from '@/platform/database/database';
import { rewrapDataKeys } from '@/vault/rewrap-data-keys';

/**
 * Second step of rotating the key-encryption key. First put the new key at the front of KEYRING and restart;
 * after this run, take the old one out.
 */
const rewrapped = await rewrapDataKeys();
const resealed = await resealTotpSecrets();
process.stdout.write(
  `${rewrapped} data keys and ${resealed} secrets of authenticator apps are now sealed by the keyring's first key.\n`,
);
await database().$disconnect();
