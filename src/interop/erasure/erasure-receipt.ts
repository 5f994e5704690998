import { verifyMessage, type Wallet } from 'ethers';
import { z } from 'zod';

/** What a receipt states. Its keys are in alphabetical order, see `canonicalText`. */
const statementSchema = z.object({
  /** The account's id, which stays in the trail. */
  accountId: z.string(),
  /** The event of the audit trail that records the destruction. */
  audit: z.object({ hash: z.string(), sequence: z.string(), shard: z.number() }),
  chainId: z.number(),
  /** What was destroyed: SHA-256 of each PDF, and the address of its ciphertext in the store. */
  destroyed: z.array(z.object({ contentHash: z.string(), objectAddress: z.string() })),
  erasedAt: z.string(),
  /** What the law requires the clinic to keep sealed. */
  kept: z.array(z.object({ basis: z.string(), contentHash: z.string(), until: z.string() })),
  /** Which key of the keyring had sealed the person's key; null when the person had none. */
  keyId: z.string().nullable(),
  receiptId: z.string(),
  registry: z.string(),
  requestedAt: z.string(),
});

/** What a receipt states. */
export type ErasureStatement = z.infer<typeof statementSchema>;

/** A receipt as the person gets it. */
export const receiptSchema = z.object({
  format: z.literal('medanchor-erasure-receipt'),
  version: z.literal(1),
  /** EIP-191: the signature is over the text of the statement as JSON with sorted keys and without spaces (RFC 8785). */
  scheme: z.literal('EIP-191 over RFC 8785'),
  /** The issuer's account, EIP-55. */
  signer: z.string(),
  signature: z.string(),
  statement: statementSchema,
});

/** A signed receipt. */
export type ErasureReceipt = z.infer<typeof receiptSchema>;

/** Signs what an erasure has destroyed with the key of the issuer. */
export async function signReceipt(
  statement: ErasureStatement,
  issuer: Wallet,
): Promise<ErasureReceipt> {
  return {
    ...{ format: 'medanchor-erasure-receipt', version: 1, scheme: 'EIP-191 over RFC 8785' },
    signer: issuer.address,
    signature: await issuer.signMessage(canonicalText(statement)),
    statement,
  };
}

/** Whether a receipt was signed by the account that it names, and is as it was signed. */
export function isSignedBySigner({ statement, signature, signer }: ErasureReceipt): boolean {
  try {
    return verifyMessage(canonicalText(statement), signature) === signer;
  } catch {
    return false;
  }
}

/** JSON with sorted keys (RFC 8785): the same text whoever wrote the file again. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value instanceof Object) {
    const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
