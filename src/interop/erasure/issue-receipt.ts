import { hexlify } from 'ethers';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { issuerWallet } from '@/registry/contract/sign-attestation';
import { advance, type HeldErasure } from './advance';
import { itemsOf } from './erasure-items';
import { signReceipt } from './erasure-receipt';

/** Signs the receipt, keeps it, and mails it to the mailbox that the account had. */
export async function issueReceipt(held: HeldErasure): Promise<void> {
  const { id, accountId, requestedAt } = held;
  const { destroyed, kept, keyId } = itemsOf(held);
  const event = await database().auditEvent.findFirstOrThrow({
    where: { subjectId: accountId, action: 'erasure.destroyed' },
    orderBy: { id: 'desc' },
  });
  const receipt = await signReceipt(
    {
      accountId,
      audit: { hash: hexlify(event.hash), sequence: String(event.sequence), shard: event.shard },
      chainId: env().CHAIN_ID,
      ...{ destroyed, kept, keyId },
      erasedAt: event.at.toISOString(),
      receiptId: id,
      registry: env().REGISTRY_ADDRESS,
      requestedAt: requestedAt.toISOString(),
    },
    issuerWallet(),
  );
  await inTransaction(async (tx) => {
    await advance(tx, held, 'done', {
      ...{ state: 'DONE', openFor: null, device: null, items: null, claimedUntil: null },
      endedAt: await databaseNow(tx),
      receipt: JSON.stringify(receipt),
    });
    await enqueueJob(
      tx,
      'mail-erasure-receipt',
      { erasureId: id },
      { dedupeKey: `mail-erasure-receipt:${id}` },
    );
  });
}
