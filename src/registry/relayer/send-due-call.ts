import type { Wallet } from 'ethers';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { ChainTransaction, RelayedCall } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { queueSentNotice } from '@/registry/calls/queue-sent-notice';
import type { SettleHandlers } from '@/registry/calls/settle-transactions';
import { broadcast } from './broadcast';
import { chooseNonce } from './choose-nonce';
import { findHindrance } from './find-hindrance';
import { giveUpCall } from './give-up-call';
import { priceRelayedCall, type RelayPrice } from './price-relayed-call';
import { signRelayedCall, type SignedTransaction } from './sign-relayed-call';

/**
 * Sends one call if it can be sent now: it is still wanted, the contract takes it, and the clinic can pay for it.
 * Otherwise it waits, or is given up. Call it under the nonce lock.
 * @returns whether it was sent
 * @throws AppError chain-unavailable
 */
export async function sendDueCall(
  wallet: Wallet,
  call: RelayedCall,
  handlers: SettleHandlers,
): Promise<boolean> {
  const { id, callData, patientId } = call;
  if (callData === null || !(await isWanted(call))) {
    await giveUpCall(handlers, id, null);
    return false;
  }
  if (await isRetracted(id)) {
    await giveUpCall(handlers, id, 'retracted');
    return false;
  }
  let price: RelayPrice;
  try {
    price = await priceRelayedCall(wallet.address, callData);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'chain-refused') throw error;
    await giveUpCall(handlers, id, { refusal: error.cause });
    return false;
  }
  const { mostWei } = price;
  const reportCount = await database().chainTransaction.count({ where: { relayedCallId: id } });
  const question = { relayer: wallet.address, patientId, mostWei, reportCount, isQueued: true };
  const waitsFor = await findHindrance(question);
  if (waitsFor !== null) {
    await database().relayedCall.updateMany({
      where: { id, state: 'WAITING' },
      data: { waitsFor },
    });
    return false;
  }
  const nonce = await chooseNonce(wallet.address);
  const signed = await signRelayedCall(wallet, callData, nonce, price);
  if (!(await note(call, wallet.address, nonce, signed, mostWei))) return false;
  await broadcast(id, signed.raw);
  return true;
}

/** Whether none of its transactions was cancelled, failed or sent by the patient, and there is time left. */
async function isWanted({ id, deadline }: RelayedCall): Promise<boolean> {
  if (deadline <= (await databaseNow())) return false;
  const other = await database().chainTransaction.count({
    where: { relayedCallId: id, status: { not: 'PREPARED' } },
  });
  return other === 0;
}

/** Whether a doctor has asked to retract one of its reports: it must not become valid on the chain before. */
async function isRetracted(relayedCallId: string): Promise<boolean> {
  const retracted = await database().chainTransaction.count({
    where: {
      kind: 'RETRACT_REPORT',
      report: { transactions: { some: { relayedCallId } } },
    },
  });
  return retracted > 0;
}

/**
 * Notes the transaction before it is sent: after a crash the very same one is sent again, never a second one.
 * @returns false when the patient has cancelled it meanwhile
 */
async function note(
  { id, patientId }: RelayedCall,
  relayer: string,
  nonce: number,
  { raw, hash }: SignedTransaction,
  mostWei: bigint,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    // In the order of the reports, as lockOwnTransactions locks them.
    const locked = await tx.$queryRaw<Pick<ChainTransaction, 'id' | 'status'>[]>`
      SELECT id, status FROM ChainTransaction WHERE relayedCallId = ${id}
      ORDER BY reportId FOR UPDATE`;
    if (locked.some(({ status }) => status !== 'PREPARED')) return false;
    await tx.relayedCall.update({
      where: { id },
      data: {
        state: 'SENT',
        waitsFor: null,
        relayer,
        nonce: BigInt(nonce),
        rawTransaction: raw,
        transactionHash: hash,
        signedAt: await databaseNow(tx),
        reservedWei: mostWei,
      },
    });
    await tx.chainTransaction.updateMany({
      where: { relayedCallId: id },
      data: { status: 'SENT', transactionHash: hash, nonce: BigInt(nonce), unknownSince: null },
    });
    const transactions = await tx.chainTransaction.findMany({ where: { relayedCallId: id } });
    const [first] = transactions;
    if (first !== undefined) await queueSentNotice(tx, patientId, first);
    for (const { kind, reportId } of transactions) {
      appendAuditEvent(tx, {
        action: kind === 'ADD_REPORT' ? 'report.anchoring-sent' : 'permissions.change-sent',
        actorKind: 'SYSTEM',
        actorId: 'relayer',
        reportId,
        subjectId: patientId,
        details: { transactionHash: hash },
      });
    }
    return true;
  });
}
