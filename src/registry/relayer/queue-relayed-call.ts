import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';

interface SignedCall {
  patientId: string;
  /** The prepared transactions that it carries out: one, or those of a batch. */
  transactionIds: readonly string[];
  /** The contract's calldata with all signatures. */
  callData: Uint8Array<ArrayBuffer>;
  deadline: Date;
  /** The most that it would cost now; counts for the patient's budget from this moment on. */
  mostWei: bigint;
  /** What it would cost now, where it may wait for a lower price; null where it is sent at once. */
  waitsFrom: FeeQuote | null;
}

/** Queues what a patient has signed. The worker sends it (runRelayer). */
export async function queueRelayedCall(tx: Transaction, call: SignedCall): Promise<void> {
  const { patientId, callData, deadline, mostWei: reservedWei, waitsFrom } = call;
  const { id } = await tx.relayedCall.create({
    data: {
      patientId,
      callData,
      deadline,
      reservedWei,
      sendAfter: await databaseNow(tx),
      ...(waitsFrom !== null && { whenCheap: true, quote: waitsFrom }),
    },
  });
  await tx.chainTransaction.updateMany({
    where: { id: { in: [...call.transactionIds] } },
    data: { relayedCallId: id },
  });
}
