import type { ChainTransactionKind } from '@/generated/prisma/client';

const ACTS = {
  ADD_REPORT: 'report.anchoring',
  SET_PERMISSIONS: 'permissions.change',
  WITHDRAW_REPORT: 'report.withdrawal',
} as const satisfies Partial<Record<ChainTransactionKind, string>>;

/** What the audit trail calls a step of a patient's transaction. */
export function trailAction(
  kind: ChainTransactionKind,
  step: 'begun' | 'sent' | 'cancelled' | 'failed',
): `${(typeof ACTS)[keyof typeof ACTS]}-${typeof step}` {
  if (kind === 'RETRACT_REPORT') throw new Error('A retraction is not a patient’s transaction');
  return `${ACTS[kind]}-${step}`;
}
