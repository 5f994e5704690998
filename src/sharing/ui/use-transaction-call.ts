'use client';

import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { sendCall } from '@/registry/wallet/send-call';
import { useWalletCall } from '@/registry/wallet/use-wallet-call';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { rememberSent } from './sent-memory';
import { tellSent } from './record-transaction-hash';

interface TransactionWish {
  chain: ChainProfile;
  /** The only account that can send it, EIP-55. */
  account: string;
  /** Asks our server to prepare it. */
  prepare: () => Promise<PreparedTransaction>;
  /** It was sent, or may have been, or may still be: why not for certain, or null. */
  onLeft: (transactionId: string, problem: string | null) => void;
  /** The wallet certainly sent nothing, and the report is free again. */
  onGivenUp?: () => void;
}

/**
 * A transaction that our server knows before the wallet does: it learns of the hash, and the preparation is
 * given up when the wallet certainly sent nothing.
 */
export function useTransactionCall(wish: TransactionWish) {
  return useWalletCall<PreparedTransaction, string>({
    chain: wish.chain,
    account: wish.account,
    prepare: wish.prepare,
    ask: (provider, { sender, request }) => sendCall(provider, sender, request),
    onSent: async ({ transactionId }, hash) => {
      rememberSent(transactionId, hash);
      // Should the server not hear it now, the open page tells it again, and the follower finds it anyway.
      await tellSent(transactionId, hash).catch(() => undefined);
      // Also when it comes late: a page that is still there shows it.
      wish.onLeft(transactionId, null);
    },
    onRefused: async ({ transactionId }) => {
      await giveUp(transactionId);
      wish.onGivenUp?.();
    },
    onUncertain: ({ transactionId }, problem) =>
      wish.onLeft(transactionId, problem?.message ?? null),
  });
}

/** Not being able to do so now does no harm: the page then offers to cancel. */
async function giveUp(transactionId: string): Promise<void> {
  const path = `/api/chain-transactions/${transactionId}`;
  await callApi('DELETE', path, z.undefined()).catch(() => undefined);
}
