import { resealTotpSecrets } from '@/accounts/factors/totp/reseal-totp-secrets';
import { database } from '@/platform/database/database';
import { resealPersonKeys } from '@/vault/reseal-person-keys';
import { resealSystemKeys } from '@/vault/reseal-system-keys';

/**
 * Second step of rotating the key-encryption key. First put the new key at the front of KEYRING and restart;
 * after this run, take the old one out.
 */
const personKeys = await resealPersonKeys();
await resealSystemKeys();
const resealed = await resealTotpSecrets();
process.stdout.write(
  `${personKeys} keys of persons and ${resealed} secrets of authenticator apps are now sealed by the keyring's first key.\n`,
);
await database().$disconnect();
