import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { inTransaction } from '@/platform/database/database';
import { beginAnchoring } from './begin-anchoring';
import { composeRequest } from './compose-request';
import { newDeadline } from './deadline';
import type { PreparedTransaction } from './prepared-transaction';
import { requireAccepted } from './require-accepted';
import type { Viewer } from '@/sharing/viewers/viewers';

/**
 * Begins the anchoring of an approved report: the issuer attests it for the patient's wallet, and the
 * transaction that the wallet is to send is noted before anybody can send it. Of two parallel calls one
 * wins; the other meets a report that is being anchored.
 * @throws AppError proof-needed; not-found; wrong-state; wallet-missing; invalid-input for one's own address;
 * chain-refused when the contract would not take it: the report is approved again
 */
export async function prepareAnchoring(
  actor: Actor,
  reportId: string,
  viewers: readonly Viewer[],
): Promise<PreparedTransaction> {
  await requireFreshProof(actor);
  const sender = await currentWallet(actor.accountId);
  const wish = { reportId, sender, viewers, deadline: await newDeadline(), batchId: null };
  const part = await inTransaction((tx) => beginAnchoring(tx, actor, wish));
  const prepared = await composeRequest([part]);
  await requireAccepted(actor, prepared);
  return prepared;
}
