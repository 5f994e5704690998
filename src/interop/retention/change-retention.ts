import { z } from 'zod';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { ReportTemplate } from '@/generated/prisma/enums';
import type { MessageKey } from '@/messages/translator';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';

const MOST_YEARS = 100;

/** A rule as an administrator sets it; zero years ends it. */
export const retentionInput = z
  .object({
    keepYears: z.number().int().min(0).max(MOST_YEARS),
    basis: z.string().trim().max(300),
  })
  .refine(({ keepYears, basis }) => keepYears === 0 || basis !== '', {
    path: ['basis'],
    error: 'interop.retentionForm.basisMissing' satisfies MessageKey,
  });

/** The kind of report that a rule is about. */
export const retentionKind = z.enum(ReportTemplate);

/**
 * Sets for how long a kind of report is kept although its patient asks for erasure. It counts for erasures that are carried
 * out from now on.
 * @throws AppError forbidden for everyone except administrators; proof-needed
 */
export async function changeRetention(
  actor: Actor,
  kind: ReportTemplate,
  { keepYears, basis }: z.infer<typeof retentionInput>,
): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const data = {
      ...{ keepYears, basis, changedById: actor.accountId },
      changedAt: await databaseNow(tx),
    };
    await tx.retentionRule.upsert({
      where: { kind },
      create: { kind, ...data },
      update: data,
    });
    await queueSecurityNotice(tx, actor, {
      ...{ kind: 'administration', act: 'retention-change', about: String(keepYears) },
    });
    appendAuditEvent(tx, {
      ...{ action: 'erasure.rule-changed', actorKind: 'ACCOUNT', actorId: actor.accountId },
      details: { kind, keepYears },
    });
  });
}
