import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { inTransaction } from '@/platform/database/database';
import { beginAnchoring } from './begin-anchoring';
import { composeRequest } from './compose-request';
import { chooseDeadline } from './choose-deadline';
import type { PreparedTransaction } from './prepared-transaction';
import { simulateTransaction } from './simulate-transaction';
import type { Viewer } from '@/sharing/grants/viewers';

/**
 * Prepares the transaction that anchors an approved report: the issuer attests it for the patient's wallet, and the
 * transaction is recorded before the wallet can send it. Of two parallel calls one succeeds; the other gets
 * wrong-state.
 * @param waitDays days for which the clinic may wait for a low price, once the patient has signed
 * @throws AppError proof-needed; clinic-cannot-pay; not-found; wrong-state; wallet-missing; invalid-input for one's own address;
 * chain-refused when the contract would revert: the report is approved again
 */
export async function prepareAnchoring(
  actor: Actor,
  reportId: string,
  viewers: readonly Viewer[],
  waitDays?: number,
): Promise<PreparedTransaction> {
  await requireFreshProof(actor);
  const plan = await chooseDeadline(waitDays);
  const sender = await currentWallet(actor.accountId);
  const request = { ...plan, reportId, sender, viewers, batchId: null };
  const part = await inTransaction((tx) => beginAnchoring(tx, actor, request));
  const prepared = await composeRequest([part]);
  await simulateTransaction(actor, prepared);
  return prepared;
}
