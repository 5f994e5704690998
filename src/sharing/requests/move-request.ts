import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AuditAction } from '@/audit/policy/audit-action';
import type { AccessRequest, Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { accessRequestMac } from './access-request-mac';
import { canMoveRequest, REQUEST_MOVES, type RequestMove, type RequestMover } from './access-moves';
import { stateAt } from './request-state';

/** What the trail calls each move. */
const ACTIONS = {
  grant: 'request.granted',
  deny: 'request.denied',
  end: 'request.ended',
  withdraw: 'request.withdrawn',
  expire: 'request.expired',
  close: 'request.ended',
} as const satisfies Record<RequestMove, AuditAction>;

type Columns = Omit<Prisma.AccessRequestUncheckedUpdateManyInput, 'state' | 'mac' | 'until'> & {
  until?: Date;
};

/**
 * The only place where a request's state changes, with its MAC and its event in the trail.
 * @param request as it is now, locked
 * @param by who makes the move; must be the one in the table
 * @param data columns that change together with the state
 * @throws AppError wrong-state, also when its time is over
 */
export async function moveRequest(
  tx: Transaction,
  request: AccessRequest,
  move: RequestMove,
  by: RequestMover,
  data: Columns = {},
): Promise<void> {
  const rule = REQUEST_MOVES[move];
  if (rule.by !== by) throw new AppError('forbidden');
  const now = await databaseNow(tx);
  const state = stateAt(request, now);
  const isAllowed =
    move === 'expire'
      ? state === 'EXPIRED' && canMoveRequest(request.state, move)
      : canMoveRequest(state, move);
  if (!isAllowed) throw new AppError('wrong-state');
  const moved = { ...request, state: rule.to, until: data.until ?? request.until };
  const isOpen = rule.to === 'GRANTED';
  const { count } = await tx.accessRequest.updateMany({
    where: { id: request.id, mac: request.mac },
    data: {
      ...data,
      state: rule.to,
      ...(isOpen ? { decidedAt: now } : { openFor: null, endedAt: now }),
      mac: await accessRequestMac(tx, moved),
    },
  });
  if (count !== 1) throw new AppError('wrong-state');
  const { doctorId, patientId } = request;
  const actorId = by === 'patient' ? patientId : by === 'doctor' ? doctorId : null;
  const subjectId = by === 'patient' ? doctorId : patientId;
  appendAuditEvent(tx, {
    action: ACTIONS[move],
    ...(actorId === null
      ? { actorKind: 'SYSTEM', actorId: 'sweep-requests' }
      : { actorKind: 'ACCOUNT', actorId }),
    ...(subjectId === null ? {} : { subjectId }),
    details: { requestId: request.id },
  });
}
