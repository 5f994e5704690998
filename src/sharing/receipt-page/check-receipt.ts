import { leafSchema, trailReceiptSchema, type TrailReceipt } from '@/audit/days/receipt-schema';
import { hashOfLeaf, rootByPath } from '@/audit/days/root-by-path';
import type { z } from 'zod';

/** `rootOf(uint256)` as the ABI encodes it; a test compares it with the contract's interface. */
export const ROOT_OF = '0xdc299d69';

/** What a receipt is worth. */
export type ReceiptVerdict =
  | { outcome: 'genuine'; receipt: TrailReceipt; event: z.infer<typeof leafSchema> }
  /** It is no receipt of ours. */
  | { outcome: 'unreadable' }
  /** Its event, place or path is not the one that leads to the day's root. */
  | { outcome: 'altered' }
  /** The chain has no root for the day. */
  | { outcome: 'not-anchored' };

/**
 * Checks a receipt with nothing but the day's root.
 * @param text the receipt's file
 * @param rootOf asks for the root of a day (days since 1970), hex without 0x; zeros when there is none
 */
export async function checkReceipt(
  text: string,
  rootOf: (day: number) => Promise<string>,
): Promise<ReceiptVerdict> {
  const receipt = trailReceiptSchema.safeParse(parse(text)).data;
  const event = receipt && leafSchema.safeParse(parse(receipt.leaf)).data;
  if (receipt === undefined || event === undefined) return { outcome: 'unreadable' };
  const root = await rootOf(receipt.day);
  if (/^0*$/.test(root)) return { outcome: 'not-anchored' };
  const reached = await rootByPath(
    await hashOfLeaf(receipt.leaf),
    receipt.index,
    receipt.size,
    receipt.path.map(fromHex),
  );
  const isGenuine =
    reached !== null &&
    toHex(reached) === root.toLowerCase() &&
    receipt.date === new Date(receipt.day * 86_400_000).toISOString().slice(0, 10);
  return isGenuine ? { outcome: 'genuine', receipt, event } : { outcome: 'altered' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
