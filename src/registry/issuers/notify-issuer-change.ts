import { notifyAdministrators } from '@/notifications/notify-administrators';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';
import type { IssuerCompromisedEvent, RoleEvent } from '@/registry/chain/chain-events';

/** What is older is read again, as to rebuild the index, and no news. */
const NEWS_MS = 30 * DAY_MS;

const KINDS = {
  RoleGranted: 'issuer-granted',
  RoleRevoked: 'issuer-revoked',
  IssuerCompromised: 'issuer-key-compromised',
} as const;

/** Notifies the administrators that a key may sign reports, may no longer, or is not trusted any more. */
export async function notifyIssuerChange(
  tx: Transaction,
  { name, blockHash, logIndex, blockTime }: RoleEvent | IssuerCompromisedEvent,
): Promise<void> {
  if (blockTime.getTime() < (await databaseNow(tx)).getTime() - NEWS_MS) return;
  const kind = KINDS[name];
  await notifyAdministrators(tx, { kind, once: `${kind}:${blockHash}:${logIndex}` });
}
