import { v7 as uuidv7 } from 'uuid';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma } from '@/generated/prisma/client';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { inTransaction, isUniqueViolation } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { factorResetMac } from './factor-reset-mac';
import { notifyFactorReset } from './notify-factor-reset';

/** Who asks for a reset, and for whom. */
interface ResetOpening {
  accountId: string;
  /** The browser, e.g. `Firefox on Windows`; null when it is unknown. */
  device: string | null;
  /** The administrator who starts it for another one, which is the first confirmation. */
  startedById?: string;
  /** What else belongs into the transaction. */
  also?: (tx: Prisma.TransactionClient) => Promise<void>;
}

/**
 * Opens the reset of an account's second factors, mails its person and notifies the administrators who can confirm it.
 * @throws AppError conflict when one is open already
 */
export async function openFactorReset({
  accountId,
  device,
  startedById,
  also,
}: ResetOpening): Promise<void> {
  try {
    await inTransaction(async (tx) => {
      const now = await databaseNow(tx);
      const resetId = uuidv7();
      const deciding = {
        ...{ id: resetId, accountId, state: 'REQUESTED' as const },
        ...{ firstById: startedById ?? null, secondById: null, effectiveAt: null },
      };
      await tx.factorReset.create({
        data: {
          ...deciding,
          mac: await factorResetMac(tx, deciding),
          openFor: accountId,
          requestedAt: now,
          device,
          startedById: startedById ?? null,
          firstAt: startedById === undefined ? null : now,
        },
      });
      const news = startedById === undefined ? 'requested' : 'started';
      await notifyFactorReset(tx, { accountId, resetId }, news);
      await notifyAdministrators(
        tx,
        { kind: 'factor-reset-waiting', refId: resetId, once: `factor-reset:${resetId}` },
        [accountId, ...(startedById === undefined ? [] : [startedById])],
      );
      await also?.(tx);
      appendAuditEvent(tx, {
        action: 'factor-reset.requested',
        actorKind: 'ACCOUNT',
        actorId: startedById ?? accountId,
        ...(startedById === undefined ? {} : { subjectId: accountId }),
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('conflict', {
      detail: (t) => t('accounts.factorReset.underWay'),
      cause: error,
    });
  }
}
