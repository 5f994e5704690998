import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma } from '@/generated/prisma/client';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { inTransaction, isUniqueViolation } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
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
      const first = startedById === undefined ? {} : { firstById: startedById, firstAt: now };
      const { id: resetId } = await tx.factorReset.create({
        data: {
          accountId,
          openFor: accountId,
          state: 'REQUESTED',
          requestedAt: now,
          device,
          startedById: startedById ?? null,
          ...first,
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
