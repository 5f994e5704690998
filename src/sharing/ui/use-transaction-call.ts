'use client';

import { z } from 'zod';
import { ApiProblem, callApi } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { sendCall } from '@/registry/wallet/send-call';
import { signTypedData } from '@/registry/wallet/sign-typed-data';
import { useWalletCall } from '@/registry/wallet/use-wallet-call';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import type { Payer } from './paying/payer-choice';
import { storeSentHash } from './sent-hash-storage';
import { recordTransactionHash } from './record-transaction-hash';

interface TransactionCallOptions {
  chain: ChainProfile;
  /** The only account that can send or sign it, EIP-55. */
  account: string;
  /** Who pays, asked when the wallet is: the clinic after a signature, or the wallet that sends it. */
  payer: () => Payer;
  /** Requests the transaction from our server. */
  prepare: () => Promise<PreparedTransaction>;
  /** It was sent or signed, or may be: then `problem` is the reason why that is not certain. */
  onMaybeSent: (transactionId: string, problem: string | null) => void;
  /** The wallet certainly sent and signed nothing, and the transaction is cancelled. */
  onCancelled?: () => void;
}

/** What the wallet answered. */
type Answer = { hash: string } | { signature: string };

/**
 * Sends a transaction that our server has prepared, or has it signed so that the clinic sends it: the server gets its
 * hash or the signature. The transaction is cancelled when the wallet certainly did nothing, or when the server
 * refuses the signature.
 */
export function useTransactionCall(options: TransactionCallOptions) {
  return useWalletCall<PreparedTransaction, Answer>({
    chain: options.chain,
    account: options.account,
    prepare: options.prepare,
    ask: async (provider, { sender, request, consent }) =>
      options.payer() !== 'own' && consent !== null
        ? { signature: await signTypedData(provider, sender, consent) }
        : { hash: await sendCall(provider, sender, request) },
    onSent: async ({ transactionId }, answer) => {
      if ('signature' in answer) {
        await sendConsent(transactionId, answer.signature, options);
      } else {
        storeSentHash(transactionId, answer.hash);
        // When this fails the open page retries it, and the follower finds the transaction anyway.
        await recordTransactionHash(transactionId, answer.hash).catch(() => undefined);
      }
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

/**
 * Sends the signature to our server. Where it is refused, the transaction is cancelled, so that the person can choose
 * again; where the server cannot be reached, the transaction stays and can be signed again.
 * @throws ApiProblem
 */
async function sendConsent(
  transactionId: string,
  signature: string,
  { onCancelled }: TransactionCallOptions,
): Promise<void> {
  const path = `/api/chain-transactions/${transactionId}/consent`;
  try {
    await callApi('PUT', path, z.undefined(), { signature });
  } catch (error) {
    if (error instanceof ApiProblem && error.code !== 'offline') {
      await cancelPrepared(transactionId);
      onCancelled?.();
    }
    throw error;
  }
}

/** Cancels a prepared transaction. A failure is ignored, because the page then offers to cancel. */
async function cancelPrepared(transactionId: string): Promise<void> {
  const path = `/api/chain-transactions/${transactionId}`;
  await callApi('DELETE', path, z.undefined()).catch(() => undefined);
}
