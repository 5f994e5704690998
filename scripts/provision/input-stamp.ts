import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Runs `make` unless its inputs are what they were when it last succeeded.
 * @param options.inputs Files, or patterns of files.
 * @param options.stamp Where the inputs' hash is kept: beside the output, so that it goes with it.
 * @param options.variant Anything else that the output depends on.
 * @returns whether it ran.
 */
export async function makeIfChanged(options: {
  inputs: readonly string[];
  stamp: string;
  variant?: string;
  make: () => Promise<void>;
}): Promise<boolean> {
  const { inputs, stamp, variant = '' } = options;
  const hash = createHash('sha256').update(variant);
  for (const file of globSync([...inputs]).sort()) {
    if (!statSync(file).isFile()) continue;
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  const digest = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  // Whatever interrupts the run, its half-made output must not count as that of the inputs before, should they come back.
  rmSync(stamp, { force: true });
  await options.make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}
