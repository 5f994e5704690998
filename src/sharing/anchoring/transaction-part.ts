import type { ChainTransaction } from '@/generated/prisma/client';

/** The part of a wallet's transaction that concerns one report. */
export interface TransactionPart {
  transaction: ChainTransaction;
  contentHash: Uint8Array;
}
