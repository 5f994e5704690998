import { toQuantity, type JsonRpcProvider } from 'ethers';
import { z } from 'zod';

const number = z.string().transform(Number);

const headerSchema = z.object({
  number,
  hash: z.string(),
  parentHash: z.string(),
  /** Unix seconds. */
  timestamp: number,
  logsBloom: z.string().transform(BigInt),
});

/** What the follower needs of a block's header; ethers leaves the bloom filter out. */
export type Header = z.infer<typeof headerSchema>;

/**
 * The headers of some blocks, each the parent of the next.
 * @throws Error when the node does not have one, or the chain was reorganised while it was read; try again
 */
export async function readHeaders(
  rpc: JsonRpcProvider,
  from: number,
  to: number,
): Promise<Header[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const headers = await Promise.all(numbers.map((block) => readHeader(rpc, block)));
  for (const [index, header] of headers.entries()) {
    const parent = headers[index - 1];
    if (parent !== undefined && header.parentHash !== parent.hash) {
      throw new Error(`Block ${header.number} changed while it was read`);
    }
  }
  return headers;
}

/** The header of one block. @throws Error when the node does not have it */
export async function readHeader(rpc: JsonRpcProvider, block: number): Promise<Header> {
  const answer = headerSchema.safeParse(
    await rpc.send('eth_getBlockByNumber', [toQuantity(block), false]),
  );
  if (!answer.success) throw new Error(`The node does not know block ${block}`);
  return answer.data;
}
