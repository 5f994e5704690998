import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { demoAdminKey } from '@/registry/demo-wallet/demo-accounts';
import {
  readEnvironmentFile,
  writeEnvironmentFile,
  type Environment,
} from '../provision/environment-file';

/** What a demo secret begins with, wherever the format leaves room for it: `npm start` refuses it. */
export const DEMO_PREFIX = 'demo-';

/** The secrets of one data folder: made at random the first time, then kept beside the data. */
export function demoSecrets(folder: string): Environment {
  const file = join(folder, 'secrets');
  const kept = readEnvironmentFile(file);
  const privateKey = () => `0x${randomBytes(32).toString('hex')}`;
  const secrets = {
    DATABASE_PASSWORD: randomBytes(24).toString('hex'),
    SESSION_SECRET: `${DEMO_PREFIX}${randomBytes(32).toString('hex')}`,
    KEYRING: `${DEMO_PREFIX}1:${randomBytes(32).toString('base64')}`,
    ISSUER_PRIVATE_KEY: privateKey(),
    RELAYER_PRIVATE_KEY: privateKey(),
    TRAIL_ANCHOR_PRIVATE_KEY: privateKey(),
    ...kept,
    // Public: the demo wallet holds it, so that the administrator's pages can be tried.
    DEPLOYER_PRIVATE_KEY: demoAdminKey(),
  };
  writeEnvironmentFile(file, secrets);
  return secrets;
}
