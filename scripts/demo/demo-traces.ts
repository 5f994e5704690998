import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HDNodeWallet } from 'ethers';
import type { Env } from '@/platform/env';
import { DEMO_PREFIX } from './demo-secrets';
import { OBJECT_STORE_KEY } from '../provision/services/object-store';

/** Every local Ethereum node ships with it: its keys are known to the whole world. */
const PUBLIC_MNEMONIC = 'test test test test test test test test test test test junk';
const PUBLIC_ACCOUNTS = 20;

/**
 * What must not be in production: demo mode, the demo wallet, demo or public secrets.
 * @param build The folder of the build that is to be served.
 * @returns a sentence for each trace; none when all is well.
 */
export function demoTraces(env: Env, build: string): string[] {
  return [
    ...(env.DEMO_MODE ? ['DEMO_MODE is on. Unset it.'] : []),
    ...buildTraces(build),
    ...(env.SESSION_SECRET.startsWith(DEMO_PREFIX) ? [demoSecret('SESSION_SECRET')] : []),
    ...(env.KEYRING.some(({ id }) => id.startsWith(DEMO_PREFIX)) ? [demoSecret('KEYRING')] : []),
    ...(env.S3_SECRET_ACCESS_KEY === OBJECT_STORE_KEY ? [demoSecret('S3_SECRET_ACCESS_KEY')] : []),
    ...(isKnownKey(env.ISSUER_PRIVATE_KEY) ? [demoSecret('ISSUER_PRIVATE_KEY')] : []),
    ...(env.RELAYER_PRIVATE_KEY !== undefined && isKnownKey(env.RELAYER_PRIVATE_KEY)
      ? [demoSecret('RELAYER_PRIVATE_KEY')]
      : []),
    ...(env.TRAIL_ANCHOR_PRIVATE_KEY !== undefined && isKnownKey(env.TRAIL_ANCHOR_PRIVATE_KEY)
      ? [demoSecret('TRAIL_ANCHOR_PRIVATE_KEY')]
      : []),
  ];
}

function buildTraces(build: string): string[] {
  if (!existsSync(join(build, 'BUILD_ID')))
    return [`There is no build in ${build}. Build it first.`];
  const guilty = globSync(join(build, '{static,server}/**/*.js')).some((file) =>
    readFileSync(file, 'utf8').includes(PUBLIC_MNEMONIC),
  );
  return guilty ? [`The build in ${build} contains the demo wallet. Build it again.`] : [];
}

function demoSecret(name: string): string {
  return `${name} belongs to the demonstration. Make one of your own.`;
}

/** One of the demonstrations run in this checkout, or of the public ones. */
function isKnownKey(privateKey: string): boolean {
  const known = privateKey.toLowerCase();
  const ofDemos = globSync('.data/**/secrets').some((file) =>
    readFileSync(file, 'utf8').includes(known),
  );
  const path = "m/44'/60'/0'/0";
  const wallet = HDNodeWallet.fromPhrase(PUBLIC_MNEMONIC, '', path);
  const everybodys = Array.from(
    { length: PUBLIC_ACCOUNTS },
    (_, index) => wallet.deriveChild(index).privateKey,
  );
  return ofDemos || everybodys.includes(known);
}
