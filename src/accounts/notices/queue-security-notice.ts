import type { JobPayload } from '@/jobs/job-kinds';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { NoticeKind } from '@/notifications/notice-kinds';
import { notify } from '@/notifications/notify';

/** An event of which the account's owner is notified and mailed at once, in case another person caused it. */
export type SecurityEvent = JobPayload<'mail-security-notice'>['event'];

/** Whose account an event is about, and the browser that acted. */
interface SecuritySubject {
  accountId: string;
  device: string | null;
}

/** A security event. */
interface SecurityNotice {
  who: SecuritySubject;
  event: SecurityEvent;
  /** Names an event that may be noticed several times. */
  once?: string;
}

/**
 * Notifies a person of a security event, in the transaction that causes it.
 * @param who whose account it is, and the browser that acted
 * @param once names an event that may be noticed several times
 */
export async function queueSecurityNotice(
  tx: Transaction,
  who: SecuritySubject,
  event: SecurityEvent,
  once?: string,
): Promise<void> {
  await queueSecurityNotices(tx, [{ who, event, ...(once !== undefined && { once }) }]);
}

/** Notifies people of many security events, in a few statements. */
export async function queueSecurityNotices(
  tx: Transaction,
  notices: readonly SecurityNotice[],
): Promise<void> {
  const at = (await databaseNow(tx)).toISOString();
  await notify(
    tx,
    notices.map(({ who: { accountId, device }, event, once }) => ({
      accountId,
      ...describe(event),
      mail: {
        kind: 'mail-security-notice' as const,
        payload: { accountId, at, device, event },
        ...(once !== undefined && { dedupeKey: `mail-security-notice:${once}` }),
      },
    })),
  );
}

/** The event as the bell shows it: without addresses, and without the name of a passkey or a person. */
function describe(event: SecurityEvent): { kind: NoticeKind; reports?: number; viewers?: number } {
  switch (event.kind) {
    case 'factor-changed':
      return { kind: event.change };
    case 'administration':
      return { kind: event.act };
    case 'wallet-bound':
      return { kind: 'wallet-connected' };
    case 'anchored':
      return { kind: 'sealing-sent', reports: event.reports, viewers: event.viewers };
    case 'kit-changed':
      return { kind: `kit-key-${event.change}` };
    case 'viewers-changed':
      return { kind: event.kind, viewers: event.viewers };
    case 'withdrawal-sent':
    case 'password-reset':
    case 'password-changed':
    case 'account-frozen':
    case 'email-changed':
    case 'email-change-requested':
    case 'passkey-copied':
    case 'export-requested':
    case 'export-downloaded':
    case 'own-reads-silenced':
    case 'emergency-summary-changed':
    case 'patient-code-replaced':
      return { kind: event.kind };
  }
}
