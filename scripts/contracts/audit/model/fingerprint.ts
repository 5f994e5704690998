import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../../../..');

/** The sources that the model follows. */
const MODELLED = [
  'contracts/ReportRegistry.sol',
  'contracts/SponsoredCalls.sol',
  'contracts/OwnerRecovery.sol',
];

const modelSchema = z.object({ fingerprint: z.string() });

/** A hash of the modelled sources' code; words and layout do not count. */
export function fingerprintOf(): string {
  const hash = createHash('sha256');
  for (const file of MODELLED) {
    const code = readFileSync(join(ROOT, file), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replaceAll(/\s+/g, '');
    hash.update(code).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** The sources that the model was last compared with. */
export function knownFingerprint(): string {
  const file = join(import.meta.dirname, 'model.json');
  return modelSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).fingerprint;
}
