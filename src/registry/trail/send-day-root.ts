import { hexlify, keccak256, toQuantity, Transaction, type Wallet } from 'ethers';
import { trailAnchorInterface } from '@/audit/days/read-day-root';
import { dateOfDay } from '@/audit/days/trail-days';
import type { TrailDay } from '@/generated/prisma/client';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { log } from '@/platform/logger';
import { MINUTE_MS } from '@/platform/time/durations';
import type { CallRequest } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { withMargin } from '@/registry/fees/quote-fee';

/** A transaction that waits for so long is sent again at a higher price. */
const STUCK_MS = 10 * MINUTE_MS;

/** Nodes take a replacement only at a price that is at least a tenth higher. */
const raised = (wei: bigint) => wei + wei / 8n;

/**
 * Sends the root of a day that the chain does not have. A transaction that was signed before is looked up first: one
 * that waits is left alone, one that the network does not know is sent again as it is. Call it under the nonce lock.
 * @returns false when the account cannot pay: the day waits, and so do those after it
 * @throws AppError chain-unavailable; chain-refused when the contract does not take it
 */
export async function sendDayRoot(wallet: Wallet, day: TrailDay): Promise<boolean> {
  const { rawTransaction } = day;
  const sent = rawTransaction === null ? null : Transaction.from(hexlify(rawTransaction));
  const { isKnown, used, next } = await askChain(async (rpc) => {
    const [known, mined, pending] = await Promise.all([
      sent?.hash === undefined || sent.hash === null ? null : rpc.getTransaction(sent.hash),
      rpc.getTransactionCount(wallet.address, 'latest'),
      rpc.getTransactionCount(wallet.address, 'pending'),
    ]);
    return { isKnown: known !== null, used: mined, next: pending };
  });
  // Its nonce is free: it can still be mined, and so can what replaces it, but not both.
  const waiting = sent !== null && sent.from === wallet.address && sent.nonce >= used ? sent : null;
  if (waiting !== null && !(await isStuck(day))) {
    if (!isKnown) await broadcast(day, waiting.serialized);
    return true;
  }
  const signed = await sign(wallet, day, waiting?.nonce ?? next, waiting);
  if (signed === null) return false;
  // Kept before it is sent: after a crash the very same one is sent again.
  await database().trailDay.update({
    where: { day: day.day },
    data: {
      state: 'SENT',
      rawTransaction: Uint8Array.from(Buffer.from(signed.slice(2), 'hex')),
      transactionHash: keccak256(signed),
      sentAt: await databaseNow(),
    },
  });
  await broadcast(day, signed);
  return true;
}

async function isStuck({ sentAt }: TrailDay): Promise<boolean> {
  return sentAt === null || (await databaseNow()).getTime() - sentAt.getTime() >= STUCK_MS;
}

/** @returns null when the account does not hold what it can cost */
async function sign(
  wallet: Wallet,
  { day, root }: TrailDay,
  nonce: number,
  replaced: Transaction | null,
): Promise<string | null> {
  const data = trailAnchorInterface.encodeFunctionData('anchorDay', [day, hexlify(root)]);
  const { CHAIN_ID, TRAIL_ANCHOR_ADDRESS: to = '' } = env();
  const call: CallRequest = { to, data, chainId: toQuantity(CHAIN_ID), value: '0x0' };
  const gasLimit = withMargin(await estimateGas(wallet.address, call));
  const { fees, purse } = await askChain(async (rpc) => ({
    fees: await rpc.getFeeData(),
    purse: await rpc.getBalance(wallet.address),
  }));
  const price = (now: bigint | null, before: bigint | null | undefined) => {
    const least = before === null || before === undefined ? 0n : raised(before);
    return now !== null && now > least ? now : least;
  };
  const maxFeePerGas = price(fees.maxFeePerGas, replaced?.maxFeePerGas);
  const maxPriorityFeePerGas = price(fees.maxPriorityFeePerGas, replaced?.maxPriorityFeePerGas);
  if (purse < gasLimit * maxFeePerGas) {
    const waits = { day: dateOfDay(day), account: wallet.address };
    log().error(waits, 'the account that anchors the trail has not enough ether');
    return null;
  }
  const fee = { gasLimit, maxFeePerGas, maxPriorityFeePerGas };
  return wallet.signTransaction({ type: 2, ...call, nonce, ...fee });
}

/** A failure is only logged: the next run looks whether the network has it, and sends it again. */
async function broadcast({ day }: TrailDay, raw: string): Promise<void> {
  try {
    await askChain((rpc) => rpc.broadcastTransaction(raw));
  } catch (error) {
    log().warn({ day: dateOfDay(day), err: error }, 'the root of a day was not taken by the node');
  }
}
