'use client';

import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { sendCall } from '@/registry/wallet/send-call';
import { useWalletCall } from '@/registry/wallet/use-wallet-call';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { storeSentHash } from './sent-hash-storage';
import { recordTransactionHash } from './record-transaction-hash';

interface TransactionCallOptions {
  chain: ChainProfile;
  /** The only account that can send it, EIP-55. */
  account: string;
  /** Requests the transaction from our server. */
  prepare: () => Promise<PreparedTransaction>;
  /** It was sent, or may be: then `problem` is the reason why that is not certain. */
  onMaybeSent: (transactionId: string, problem: string | null) => void;
  /** The wallet certainly sent nothing, and the transaction is cancelled. */
  onCancelled?: () => void;
}

/**
 * Sends a transaction that our server has prepared: the server gets its hash, and the transaction is cancelled when the
 * wallet certainly sent nothing.
 */
export function useTransactionCall(options: TransactionCallOptions) {
  return useWalletCall<PreparedTransaction, string>({
    chain: options.chain,
    account: options.account,
    prepare: options.prepare,
    ask: (provider, { sender, request }) => sendCall(provider, sender, request),
    onSent: async ({ transactionId }, hash) => {
      storeSentHash(transactionId, hash);
      // When this fails the open page retries it, and the follower finds the transaction anyway.
      await recordTransactionHash(transactionId, hash).catch(() => undefined);
      // Also after the page stopped waiting: it shows the transaction if it is still open.
      options.onMaybeSent(transactionId, null);
    },
    onRefused: async ({ transactionId }) => {
      await cancelPrepared(transactionId);
      options.onCancelled?.();
    },
    onUncertain: ({ transactionId }, problem) =>
      options.onMaybeSent(transactionId, problem?.message ?? null),
  });
}

/** Cancels a prepared transaction. A failure is ignored, because the page then offers to cancel. */
async function cancelPrepared(transactionId: string): Promise<void> {
  const path = `/api/chain-transactions/${transactionId}`;
  await callApi('DELETE', path, z.undefined()).catch(() => undefined);
}
