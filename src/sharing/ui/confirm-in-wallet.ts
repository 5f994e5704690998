import { z } from 'zod';
import { callApi } from '@/platform/call-api';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import { sendCall } from '@/registry/wallet/send-call';
import { toWalletError } from '@/registry/wallet-errors';
import type { PreparedTransaction } from '../prepared-transaction';
import { rememberSent } from './sent-memory';
import { tellSent } from './tell-sent';

/**
 * Has a prepared transaction confirmed in the wallet and tells the server its hash. When the wallet
 * certainly sent nothing, the preparation is given up, so that the report is free again.
 * @throws WalletError
 */
export async function confirmInWallet(
  provider: Eip1193Provider,
  { transactionId, sender, request }: PreparedTransaction,
): Promise<void> {
  let hash: string;
  try {
    hash = await sendCall(provider, sender, request);
  } catch (error) {
    const refusal = toWalletError(error);
    if (refusal.nothingSent) await giveUp(transactionId);
    throw refusal;
  }
  rememberSent(transactionId, hash);
  // Should the server not hear it now, the open page tells it again, and the follower finds it anyway.
  await tellSent(transactionId, hash).catch(() => undefined);
}

/** Not being able to say so now does no harm: the page then offers to cancel. */
async function giveUp(transactionId: string): Promise<void> {
  const path = `/api/chain-transactions/${transactionId}`;
  await callApi('DELETE', path, z.undefined()).catch(() => undefined);
}
