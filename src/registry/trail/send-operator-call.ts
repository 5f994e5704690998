import { hexlify, keccak256, toQuantity, Transaction, type Wallet } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
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

/** A call of TrailAnchor that is to be on the chain, and what was done for it so far. */
export interface OperatorCall {
  /** What it is, for the log. */
  about: Record<string, string>;
  /** Calldata. */
  data: string;
  /** The newest transaction that was signed for it. */
  rawTransaction: Uint8Array | null;
  sentAt: Date | null;
  /** Keeps a signed transaction before it is sent: after a crash the very same one is sent again. */
  keep: (signed: SignedCall) => Promise<void>;
}

/** A transaction as it is kept. */
interface SignedCall {
  rawTransaction: Uint8Array<ArrayBuffer>;
  transactionHash: string;
  sentAt: Date;
}

/**
 * Sends a call that the chain does not have. A transaction that was signed before is looked up first: one that waits is
 * left alone, one that the network does not know is sent again as it is. Call it under the nonce lock.
 * @returns false when the account cannot pay: this call waits, and so do those after it
 * @throws AppError chain-unavailable; chain-refused when the contract does not take it
 */
export async function sendOperatorCall(wallet: Wallet, call: OperatorCall): Promise<boolean> {
  const { rawTransaction } = call;
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
  if (waiting !== null && !(await isStuck(call))) {
    if (!isKnown) await broadcast(call, waiting.serialized);
    return true;
  }
  const signed = await sign(wallet, call, waiting?.nonce ?? next, waiting);
  if (signed === null) return false;
  await call.keep({
    rawTransaction: Uint8Array.from(Buffer.from(signed.slice(2), 'hex')),
    transactionHash: keccak256(signed),
    sentAt: await databaseNow(),
  });
  await broadcast(call, signed);
  return true;
}

async function isStuck({ sentAt }: OperatorCall): Promise<boolean> {
  return sentAt === null || (await databaseNow()).getTime() - sentAt.getTime() >= STUCK_MS;
}

/** @returns null when the account does not hold what it can cost */
async function sign(
  wallet: Wallet,
  { about, data }: OperatorCall,
  nonce: number,
  replaced: Transaction | null,
): Promise<string | null> {
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
    const waits = { ...about, account: wallet.address };
    log().error(waits, 'the account that anchors the trail has not enough ether');
    return null;
  }
  const fee = { gasLimit, maxFeePerGas, maxPriorityFeePerGas };
  return wallet.signTransaction({ type: 2, ...call, nonce, ...fee });
}

/** A failure is only logged: the next run looks whether the network has it, and sends it again. */
async function broadcast({ about }: OperatorCall, raw: string): Promise<void> {
  try {
    await askChain((rpc) => rpc.broadcastTransaction(raw));
  } catch (error) {
    log().warn({ ...about, err: error }, 'a transaction for the trail was not taken by the node');
  }
}
