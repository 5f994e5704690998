import { join } from 'node:path';
import { z } from 'zod';

/** An encrypted file of a backup. */
const partSchema = z.object({
  file: z.string().regex(/^[\w.-]+$/),
  holds: z.enum(['database', 'person-keys', 'objects']),
  bytes: z.number().int().positive(),
  /** Of the encrypted file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a backup consists of, and of which system it is. Written last: a folder without it is no backup. */
export const manifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  chainId: z.number().int(),
  registry: z.string(),
  /** How many rows of each table the dump holds. */
  tables: z.record(z.string(), z.number().int().nonnegative()),
  objects: z.number().int().nonnegative(),
  parts: z.array(partSchema),
});

/** What a backup consists of. */
export type Manifest = z.infer<typeof manifestSchema>;

/** One encrypted file of a backup. */
export type Part = z.infer<typeof partSchema>;

/** Where the manifest of a backup is. */
export function manifestPath(folder: string): string {
  return join(folder, 'manifest.json.age');
}
