import type { ReportState } from '@/generated/prisma/client';

/** Who may make a move: a person in their role, or the chain follower telling what the chain decided. */
export type Mover = 'doctor' | 'patient' | 'chain';

/**
 * The life of a report. Every allowed move is a row here and every other move is refused
 * (see move-report.ts). Amending a rejected report makes a new report; it moves nothing.
 *
 * The chain is the judge of what was anchored: an attestation lives until its deadline, so a transaction
 * that we believed cancelled, or that crossed a withdrawal, can still arrive.
 */
export const MOVES = {
  forward: { by: 'doctor', from: ['DRAFT'], to: 'FORWARDED' },
  discard: { by: 'doctor', from: ['DRAFT'], to: 'DISCARDED' },
  approve: { by: 'patient', from: ['FORWARDED'], to: 'APPROVED' },
  reject: { by: 'patient', from: ['FORWARDED'], to: 'REJECTED' },
  withdraw: { by: 'doctor', from: ['FORWARDED', 'APPROVED'], to: 'WITHDRAWN' },
  'begin-anchoring': { by: 'patient', from: ['APPROVED'], to: 'ANCHORING' },
  'cancel-anchoring': { by: 'patient', from: ['ANCHORING'], to: 'APPROVED' },
  'fail-anchoring': { by: 'chain', from: ['ANCHORING'], to: 'APPROVED' },
  'confirm-anchoring': {
    by: 'chain',
    from: ['ANCHORING', 'APPROVED', 'WITHDRAWN'],
    to: 'ANCHORED',
  },
  // What a reorganisation took away: a part of the chain that was confirmed, but not final.
  'undo-anchoring': { by: 'chain', from: ['ANCHORED', 'RETRACTED', 'SUPERSEDED'], to: 'ANCHORING' },
  'undo-retraction': { by: 'chain', from: ['RETRACTED', 'SUPERSEDED'], to: 'ANCHORED' },
  'confirm-retraction': { by: 'chain', from: ['ANCHORED'], to: 'RETRACTED' },
  'confirm-supersession': { by: 'chain', from: ['ANCHORED'], to: 'SUPERSEDED' },
} as const satisfies Record<string, { by: Mover; from: readonly ReportState[]; to: ReportState }>;

/** A verb of the life of a report. */
export type Move = keyof typeof MOVES;

/** Whether a report in `state` may make `move`. */
export function canMove(state: ReportState, move: Move): boolean {
  const from: readonly ReportState[] = MOVES[move].from;
  return from.includes(state);
}
