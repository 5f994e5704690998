import { hexlify } from 'ethers';
import { database } from '@/platform/database/database';

/** Where on the chain a report was anchored: public facts that anyone can check there. */
export interface AnchorProof {
  /** 0x-hex SHA-256 of the PDF. */
  contentHash: string;
  /** EIP-55. */
  owner: string;
  /** Who attested it, EIP-55. */
  issuer: string;
  block: number;
  /** The block's time. */
  at: Date;
  transactionHash: string;
}

/** The proof of an anchored report from the index of the chain's events, or null when it is not there. */
export async function readAnchorProof(
  contentHash: Uint8Array<ArrayBuffer>,
): Promise<AnchorProof | null> {
  const row = await database().chainReport.findUnique({
    where: { contentHash },
    select: { owner: true, issuer: true, addedBlock: true, addedAt: true, addedTransaction: true },
  });
  if (row === null) return null;
  return {
    contentHash: hexlify(contentHash),
    owner: row.owner,
    issuer: row.issuer,
    block: Number(row.addedBlock),
    at: row.addedAt,
    transactionHash: row.addedTransaction,
  };
}
