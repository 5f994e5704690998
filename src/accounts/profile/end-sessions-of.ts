import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { referToPerson } from './refer-to-person';

/**
 * Ends every session of a person, as when their computer was stolen (ASVS 5.0, 7.4.5). They can log in again; both are
 * mailed.
 * @throws AppError forbidden for everyone except administrators; proof-needed; not-found
 */
export async function endSessionsOf(actor: Actor, accountId: string): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const known = await tx.account.count({
      where: { id: accountId, status: { not: 'UNCONFIRMED' } },
    });
    if (known === 0) throw new AppError('not-found');
    await revokeSessions(tx, accountId);
    await notify(tx, { accountId, kind: 'sessions-ended' });
    const about = await referToPerson(tx, accountId);
    await queueSecurityNotice(tx, actor, { kind: 'administration', act: 'sessions-end', about });
    appendAuditEvent(tx, {
      action: 'account.sessions-ended',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      subjectId: accountId,
    });
  });
}
