import { hexlify, Result } from 'ethers';
import { z } from 'zod';
import { askChain } from '@/platform/chain-rpc';
import { registryInterface } from './report-registry';

/** What the issuer signed, as it stands in the transaction that added a report. */
export interface ReadAttestation {
  /** 0x-hex of the bytes that were sealed with the report. */
  sealedMetadata: string;
  /** Unix seconds. */
  deadline: string;
  /** ERC-2098 compact signature, EIP-712. */
  r: string;
  vs: string;
}

const inputSchema = z.object({
  contentHash: z.string(),
  sealedMetadata: z.string(),
  deadline: z.bigint(),
  r: z.string(),
  vs: z.string(),
});

/**
 * Reads the issuer's attestation of a report from the input of its transaction.
 * @returns null when the node does not know the transaction, or a contract in between made the call
 * @throws AppError chain-unavailable
 */
export async function readAttestation(
  contentHash: Uint8Array,
  transactionHash: string,
): Promise<ReadAttestation | null> {
  const transaction = await askChain((rpc) => rpc.getTransaction(transactionHash));
  const call = transaction === null ? null : registryInterface.parseTransaction(transaction);
  if (call === null) return null;
  for (const fields of structsIn(call.args)) {
    const input = inputSchema.safeParse(fields);
    if (!input.success || input.data.contentHash !== hexlify(contentHash)) continue;
    const { sealedMetadata, deadline, r, vs } = input.data;
    return { sealedMetadata, deadline: String(deadline), r, vs };
  }
  return null;
}

/** The arguments by their names, and those of every struct and list within. */
function* structsIn(result: Result): Generator<Record<string, unknown>> {
  yield result.toObject();
  for (const value of result.toArray()) if (value instanceof Result) yield* structsIn(value);
}
