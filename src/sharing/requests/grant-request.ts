import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { lockRequest } from './lock-request';
import { moveRequest } from './move-request';
import type { GrantInput } from './request-schema';
import { wholeSecond } from './request-state';
import { findMatching } from './find-matching';
import { openTexts } from './sealed-ask';

/**
 * Grants a request for some of the reports that it asks for, until a time that is no later. The doctor can read each of
 * them only when the patient's wallet has put the doctor on its list on the chain.
 * @throws AppError proof-needed; not-found; wrong-state when it is decided, withdrawn or expired; invalid-input for a
 * report that was not asked for or is not on the chain, and for a later end
 */
export async function grantRequest(
  actor: Actor,
  requestId: string,
  { reportIds, until }: GrantInput,
): Promise<void> {
  requirePatient(actor);
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const request = await lockRequest(tx, actor, requestId);
    const end = wholeSecond(Date.parse(until));
    if (end > request.until || end <= (await databaseNow(tx))) {
      throw new AppError('invalid-input', {
        fields: { until: (t) => t('sharing.grantRequest.otherEnd') },
      });
    }
    const texts = (await openTexts(tx, [request])).get(requestId);
    if (texts === undefined) throw new AppError('not-found');
    const matching = await findMatching(tx, actor.accountId, texts.asked);
    const sealed = matching.filter(({ state }) => state === 'ANCHORED').map(({ id }) => id);
    if (!reportIds.every((id) => sealed.includes(id))) {
      throw new AppError('invalid-input', {
        fields: { reportIds: (t) => t('sharing.grantRequest.otherReports') },
      });
    }
    await moveRequest(tx, request, 'grant', 'patient', { until: end });
    const data = reportIds.map((reportId) => ({ requestId, reportId }));
    await tx.requestedReport.createMany({ data });
  });
}
