import type { Wallet } from 'ethers';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { ChainTransaction, RelayedCall } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { queueSentNotice } from '@/registry/calls/queue-sent-notice';
import { trailAction } from '@/registry/calls/trail-action';
import type { SettleHandlers } from '@/registry/calls/settle-transactions';
import { broadcast } from './broadcast';
import { chooseNonce } from './choose-nonce';
import { findHindrance } from './find-hindrance';
import { giveUpCall } from './give-up-call';
import { hinderCall, postponeCall } from './postpone-call';
import { priceRelayedCall, type RelayPrice } from './price-relayed-call';
import { isRelayHindrance } from './relay-hindrances';
import { latestSending, type SendingRule } from './sending-plan';
import { signRelayedCall, type SignedTransaction } from './sign-relayed-call';

/**
 * Sends one call if it can be sent now: it is still wanted, the contract takes it, the price is low enough if it
 * waits for that, and the clinic can pay for it. Otherwise it waits, or is given up. Call it under the nonce lock.
 * @param rule for calls that wait for a low price
 * @returns whether it was sent
 * @throws AppError chain-unavailable
 */
export async function sendDueCall(
  wallet: Wallet,
  call: RelayedCall,
  handlers: SettleHandlers,
  rule: SendingRule | null,
): Promise<boolean> {
  const { id, callData, patientId } = call;
  if (callData === null || (await isDecidedOtherwise(call))) {
    await giveUpCall(handlers, id, null);
    return false;
  }
  if (call.deadline <= (await databaseNow())) {
    const late = isRelayHindrance(call.waitsFor) ? call.waitsFor : null;
    await giveUpCall(handlers, id, late === null ? null : { late });
    return false;
  }
  const retracted = await findRetracted(id);
  if (retracted.length > 0) {
    await giveUpCall(handlers, id, { retracted });
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
  const decision = call.whenCheap && rule !== null ? rule(latestSending(call.deadline)) : null;
  if (decision?.kind === 'wait') {
    await postponeCall(call, decision.expected);
    return false;
  }
  const { mostWei } = price;
  const reportCount = await database().chainTransaction.count({ where: { relayedCallId: id } });
  const question = { relayer: wallet.address, patientId, mostWei, reportCount, isQueued: true };
  const waitsFor = await findHindrance(question);
  if (waitsFor !== null) {
    await hinderCall(call, waitsFor);
    return false;
  }
  const nonce = await chooseNonce(wallet.address);
  const signed = await signRelayedCall(wallet, callData, nonce, price);
  if (!(await note(call, wallet.address, nonce, signed, mostWei))) return false;
  await broadcast(id, signed.raw);
  return true;
}

/** Whether one of its transactions was cancelled, failed or sent by the patient. */
async function isDecidedOtherwise({ id }: RelayedCall): Promise<boolean> {
  const other = await database().chainTransaction.count({
    where: { relayedCallId: id, status: { not: 'PREPARED' } },
  });
  return other > 0;
}

/** Its reports that a doctor has asked to retract: they must not become valid on the chain before. */
async function findRetracted(relayedCallId: string): Promise<string[]> {
  const retracted = await database().chainTransaction.findMany({
    where: {
      kind: 'RETRACT_REPORT',
      report: { transactions: { some: { relayedCallId } } },
    },
    select: { reportId: true },
  });
  return retracted.map(({ reportId }) => reportId);
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
        action: trailAction(kind, 'sent'),
        relation: 'system',
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
