import { z } from 'zod';

/** What an erasure destroys and keeps, as it is noted while it is carried out. */
export const erasureItems = z.object({
  /** Which key of the keyring sealed the person's key; null when the person had none. */
  keyId: z.string().nullable(),
  /** 0x-hex SHA-256 of each PDF, and where its ciphertext was. */
  destroyed: z.array(z.object({ contentHash: z.string(), objectAddress: z.string() })),
  /** What the law requires the clinic to keep: until when (ISO 8601), and which law. */
  kept: z.array(z.object({ contentHash: z.string(), until: z.string(), basis: z.string() })),
});

/** What an erasure destroys and keeps. */
export type ErasureItems = z.infer<typeof erasureItems>;

/** @returns empty ones while none are noted */
export function itemsOf(erasure: { items: string | null }): ErasureItems {
  if (erasure.items === null) return { keyId: null, destroyed: [], kept: [] };
  return erasureItems.parse(JSON.parse(erasure.items));
}
