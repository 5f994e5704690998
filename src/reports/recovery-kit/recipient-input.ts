import { z } from 'zod';

/** The two ways to keep the secret of a kit. */
export const kitWay = z.enum(['wallet', 'paper']);
export type KitWay = z.infer<typeof kitWay>;

/** How each way is kept in the database. */
export const WAY_ROW = { wallet: 'WALLET', paper: 'PAPER' } as const satisfies Record<
  KitWay,
  string
>;

/** A public key whose secret the person has made in their browser. */
export const recipientInput = z.object({
  way: kitWay,
  recipient: z.string().max(62),
  /** Which one of this way it is: part of what the wallet has signed. */
  generation: z.number().int().min(1).max(1_000_000),
  /** The wallet that signed, EIP-55; null for paper. */
  walletAddress: z.string().max(42).nullable(),
});
export type RecipientInput = z.infer<typeof recipientInput>;
