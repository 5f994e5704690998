import type { AccessRequestState } from '@/generated/prisma/enums';

/** Who may make a move: one of its two people, or the worker when a time is over or an account was closed. */
export type RequestMover = 'doctor' | 'patient' | 'worker';

/** The state machine of a request for access. Every other move is refused (see move-request.ts). */
export const REQUEST_MOVES = {
  grant: { by: 'patient', from: ['ASKED'], to: 'GRANTED' },
  deny: { by: 'patient', from: ['ASKED'], to: 'DENIED' },
  end: { by: 'patient', from: ['GRANTED'], to: 'ENDED' },
  withdraw: { by: 'doctor', from: ['ASKED', 'GRANTED'], to: 'WITHDRAWN' },
  expire: { by: 'worker', from: ['ASKED', 'GRANTED'], to: 'EXPIRED' },
  // The doctor's account is not open any more.
  close: { by: 'worker', from: ['ASKED', 'GRANTED'], to: 'ENDED' },
} as const satisfies Record<
  string,
  { by: RequestMover; from: readonly AccessRequestState[]; to: AccessRequestState }
>;

/** A transition between states of a request. */
export type RequestMove = keyof typeof REQUEST_MOVES;

/** Whether a request in `state` may make `move`. */
export function canMoveRequest(state: AccessRequestState, move: RequestMove): boolean {
  const from: readonly AccessRequestState[] = REQUEST_MOVES[move].from;
  return from.includes(state);
}

/** The states in which something can still come of a request. */
export const OPEN_STATES = ['ASKED', 'GRANTED'] as const satisfies AccessRequestState[];
