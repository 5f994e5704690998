import { isError, keccak256, type JsonRpcProvider, type Wallet } from 'ethers';
import type { Prisma } from '@/generated/prisma/client';
import type { JobPayload } from '@/jobs/job-kinds';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { encodeRetractReport, type CallRequest } from './encode-calls';
import { estimateGas } from './estimate-gas';
import { hashOfSent } from './hash-of-sent';
import { isGenuineRetraction } from './retraction-mac';
import { withNonceLock } from './with-nonce-lock';
import { isRetracted } from '@/registry/contract/is-retracted';
import { withMargin } from '@/registry/fees/quote-fee';
import { issuerWallet } from '@/registry/contract/sign-attestation';

/**
 * Sends the issuer's `retractReport`. Idempotent: an earlier transaction is looked up before another is sent, and
 * the contract refuses a second retraction. The follower confirms it; settle-transactions queues it again when it
 * was dropped. SENT means that the network accepted it: until then only this job retries.
 * @throws AppError chain-unavailable, chain-refused, issuer-unfunded: to be tried again later
 */
export async function sendRetraction({
  transactionId,
}: JobPayload<'retract-report'>): Promise<void> {
  const wallet = issuerWallet();
  await withNonceLock(wallet.address, async () => {
    const row = await database().chainTransaction.findUnique({
      where: { id: transactionId },
      include: { report: { select: { contentHash: true } } },
    });
    if (row === null || row.status === 'CONFIRMED') return;
    const contentHash = hashOfSent(row.report);
    if (!(await isGenuineRetraction(database(), { ...row, contentHash }))) {
      log().error(
        { transaction: transactionId },
        'a retraction that was not asked for is not sent',
      );
      return;
    }
    if (await isRetracted(contentHash, wallet.address)) return;

    const { transactionHash: hash, nonce: usedNonce } = row;
    const nonce = await askChain((rpc) => chooseNonce(rpc, wallet, hash, usedNonce));
    if (nonce === null) {
      await markSent(transactionId, {});
      return;
    }
    const call = encodeRetractReport(contentHash, row.replacement);
    const raw = await sign(wallet, call, nonce);
    // Stored before it is sent: after a crash between the two, the same nonce is used again.
    await markSent(transactionId, {
      sender: wallet.address,
      transactionHash: keccak256(raw),
      nonce: BigInt(nonce),
      failure: null,
    });
    try {
      await broadcast(raw, wallet.address);
    } catch (error) {
      await database().chainTransaction.updateMany({
        where: { id: transactionId, status: 'SENT' },
        data: { status: 'PREPARED', updatedAt: await databaseNow() },
      });
      throw error;
    }
  });
}

/** The network has, or is about to have, this transaction: the time without it starts again. */
async function markSent(
  id: string,
  data: Prisma.ChainTransactionUpdateManyMutationInput,
): Promise<void> {
  await database().chainTransaction.updateMany({
    where: { id, status: { in: ['PREPARED', 'SENT'] } },
    data: { ...data, status: 'SENT', unknownSince: null },
  });
}

/** The nonce to send with, or null when what was sent before is still on its way or has succeeded. */
async function chooseNonce(
  rpc: JsonRpcProvider,
  wallet: Wallet,
  hash: string | null,
  usedNonce: bigint | null,
): Promise<number | null> {
  if (hash !== null) {
    const [receipt, sent, used] = await Promise.all([
      rpc.getTransactionReceipt(hash),
      rpc.getTransaction(hash),
      rpc.getTransactionCount(wallet.address, 'latest'),
    ]);
    if (receipt?.status === 1 || (receipt === null && sent !== null)) return null;
    if (receipt === null && usedNonce !== null && used <= usedNonce) return Number(usedNonce);
  }
  return rpc.getTransactionCount(wallet.address, 'pending');
}

async function sign(wallet: Wallet, call: CallRequest, nonce: number): Promise<string> {
  const gas = await estimateGas(wallet.address, call);
  const fees = await askChain((rpc) => rpc.getFeeData());
  const { maxFeePerGas, maxPriorityFeePerGas } = fees;
  return wallet.signTransaction({
    type: 2,
    chainId: env().CHAIN_ID,
    to: call.to,
    data: call.data,
    nonce,
    gasLimit: withMargin(gas),
    maxFeePerGas,
    maxPriorityFeePerGas,
  });
}

async function broadcast(raw: string, issuer: string): Promise<void> {
  try {
    await askChain((rpc) => rpc.broadcastTransaction(raw));
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!isError(cause, 'INSUFFICIENT_FUNDS')) throw error;
    log().error({ issuer }, 'the issuer has not enough ether to retract a report');
    throw new AppError('issuer-unfunded', { cause });
  }
}
