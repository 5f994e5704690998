import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Tree } from '../models/regression-tree';
import type { Learned } from '@/forecast/ensemble/learned';

/** Single precision, as the networks compute; more digits would mean nothing. */
const DIGITS = 9;

const tree: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    z.object({ column: z.int(), edge: z.number(), below: tree, above: tree }),
    z.object({ value: z.number() }),
  ]),
);
const learnedSchema = z.object({
  networks: z.array(z.array(z.array(z.number()))).min(1),
  trees: z.array(tree).min(1),
});

/** Learned weights as bytes, and the checksum that they must have when read again. */
export function packLearned({ networks, trees }: Learned): { weights: Buffer; checksum: Buffer } {
  const json = JSON.stringify({ networks, trees }, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value,
  );
  const weights = gzipSync(json);
  return { weights, checksum: checksumOf(weights) };
}

/** @returns undefined when the bytes are not those that were packed. */
export function unpackLearned(weights: Uint8Array, checksum: Uint8Array): Learned | undefined {
  if (!checksumOf(weights).equals(checksum)) return undefined;
  const learned = learnedSchema.safeParse(JSON.parse(gunzipSync(weights).toString('utf8')));
  return learned.success ? learned.data : undefined;
}

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
