import type { AccessRequest } from '@/generated/prisma/client';
import type { AccessRequestState } from '@/generated/prisma/enums';
import type { RequestTexts } from './sealed-ask';
import { stateAt } from './request-state';

/** A request as its doctor and its patient read it. Times in ISO 8601. */
export interface ShownRequest {
  requestId: string;
  state: AccessRequestState;
  purpose: RequestTexts['asked']['purpose'];
  reason: string;
  kinds: RequestTexts['asked']['kinds'];
  from: string | null;
  to: string | null;
  askedAt: string;
  answerBy: string;
  until: string;
  endedAt: string | null;
  /** Why the patient declined. */
  answer: string | null;
  /** How many reports the patient chose. */
  reportCount: number;
}

/** @param request with the number of its reports */
export function showRequest(
  request: AccessRequest & { _count: { reports: number } },
  { asked, answer }: RequestTexts,
  now: Date,
): ShownRequest {
  const { purpose, reason, kinds, from, to } = asked;
  return {
    requestId: request.id,
    state: stateAt(request, now),
    ...{ purpose, reason, kinds, from, to, answer },
    askedAt: request.askedAt.toISOString(),
    answerBy: request.answerBy.toISOString(),
    until: request.until.toISOString(),
    endedAt: request.endedAt?.toISOString() ?? null,
    reportCount: request._count.reports,
  };
}
