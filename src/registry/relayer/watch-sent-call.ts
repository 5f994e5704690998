import { Transaction as EthereumTransaction, hexlify, type Wallet } from 'ethers';
import { z } from 'zod';
import type { RelayedCall } from '@/generated/prisma/client';
import { askChain } from '@/platform/chain-rpc';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { MINUTE_MS } from '@/platform/time/durations';
import { readChainView } from '@/registry/chain/chain-view';
import { broadcast } from './broadcast';
import { priceReplacement } from './price-relayed-call';
import { relayerLimits } from './relayer-wallet';
import { signRelayedCall } from './sign-relayed-call';

/** A transaction that the network has for so long without mining it offers too little. */
const STUCK_MS = 3 * MINUTE_MS;

const quantity = z.string().transform(BigInt);
const receiptSchema = z
  .object({
    gasUsed: quantity,
    effectiveGasPrice: quantity,
    /** Of OP Stack chains. */
    l1Fee: quantity.optional(),
  })
  .nullable();

/**
 * Looks after a call that was noted: notes its fee once it is mined, sends it again when the network does not have
 * it, replaces it by one that offers more when it waits too long, and closes it when nothing can change any more.
 * That it succeeded is the follower's to find out, that it failed settleTransactions'. Call it under the nonce lock.
 * @throws AppError chain-unavailable
 */
export async function watchSentCall(wallet: Wallet, call: RelayedCall): Promise<void> {
  const { id, rawTransaction, transactionHash, nonce } = call;
  if (rawTransaction === null || transactionHash === null || nonce === null) return;
  if (call.relayer !== wallet.address) return;
  const hash = await newestHash(call, transactionHash);
  const { receipt, isKnown, used } = await askChain(async (rpc) => {
    const [answer, sent, count] = await Promise.all([
      rpc.send('eth_getTransactionReceipt', [hash]).then((found) => receiptSchema.parse(found)),
      rpc.getTransaction(hash),
      rpc.getTransactionCount(wallet.address, 'latest'),
    ]);
    return { receipt: answer, isKnown: sent !== null, used: count };
  });
  if (receipt !== null) {
    const feeWei = receipt.gasUsed * receipt.effectiveGasPrice + (receipt.l1Fee ?? 0n);
    await database().relayedCall.updateMany({ where: { id }, data: { feeWei } });
  }
  if (await close(call)) return;
  if (receipt !== null || used > nonce) return;
  if (!isKnown) await broadcast(id, rawTransaction);
  else if (await isStuck(call)) await outbid(wallet, call, rawTransaction);
}

/** The follower notes which one was mined, which may be one that was outbid. */
async function newestHash({ id }: RelayedCall, signed: string): Promise<string> {
  const found = await database().chainTransaction.findFirst({
    where: { relayedCallId: id, status: 'CONFIRMED' },
    select: { transactionHash: true },
  });
  return found?.transactionHash ?? signed;
}

/** Closes it when its transactions have failed, or are confirmed by a block that is final. */
async function close({ id }: RelayedCall): Promise<boolean> {
  const transactions = await database().chainTransaction.findMany({
    where: { relayedCallId: id },
    select: { status: true, confirmedBlock: true },
  });
  if (transactions.some(({ status }) => status === 'SENT')) return false;
  const confirmed = transactions.filter(({ status }) => status === 'CONFIRMED');
  if (confirmed.length > 0) {
    const final = (await readChainView())?.finalBlock ?? null;
    const isFinal = ({ confirmedBlock }: { confirmedBlock: bigint | null }) =>
      final !== null && confirmedBlock !== null && confirmedBlock <= final;
    if (!confirmed.every(isFinal)) return false;
  }
  await database().relayedCall.updateMany({
    where: { id, state: 'SENT' },
    data: {
      state: confirmed.length > 0 ? 'DONE' : 'FAILED',
      callData: null,
      rawTransaction: null,
    },
  });
  return true;
}

async function isStuck({ signedAt }: RelayedCall): Promise<boolean> {
  return signedAt !== null && (await databaseNow()).getTime() - signedAt.getTime() >= STUCK_MS;
}

/** With the same nonce: one of the two is mined, whichever the network prefers. Never above the limit. */
async function outbid(wallet: Wallet, call: RelayedCall, sent: Uint8Array): Promise<void> {
  const { id, callData, nonce } = call;
  if (callData === null || nonce === null) return;
  const { gasLimit, maxFeePerGas, maxPriorityFeePerGas } = EthereumTransaction.from(hexlify(sent));
  const price = await priceReplacement(callData, {
    gasLimit,
    maxFeePerGas: maxFeePerGas ?? 0n,
    maxPriorityFeePerGas: maxPriorityFeePerGas ?? 0n,
  });
  const reports = await database().chainTransaction.count({ where: { relayedCallId: id } });
  if (price.mostWei > relayerLimits().perReport * BigInt(reports)) return;
  const { raw, hash } = await signRelayedCall(wallet, callData, Number(nonce), price);
  const signedAt = await databaseNow();
  const noted = await inTransaction(async (tx) => {
    const { count } = await tx.relayedCall.updateMany({
      where: { id, state: 'SENT', transactionHash: call.transactionHash },
      data: { rawTransaction: raw, transactionHash: hash, signedAt, reservedWei: price.mostWei },
    });
    if (count === 0) return false;
    await tx.chainTransaction.updateMany({
      where: { relayedCallId: id, status: 'SENT' },
      data: { transactionHash: hash, unknownSince: null },
    });
    return true;
  });
  if (noted) await broadcast(id, raw);
}
