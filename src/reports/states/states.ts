import type { ReportState } from '@/generated/prisma/client';

/**
 * Who may make a move: a person in their role, the chain follower for what the chain decided, or the worker that erases a
 * patient who asked for it.
 */
export type Mover = 'doctor' | 'patient' | 'chain' | 'erasure';

/**
 * The state machine of a report. Every allowed move is a row here and every other move is refused
 * (see move-report.ts). Amending a rejected report makes a new report; it moves nothing.
 *
 * The chain decides what is anchored: an attestation is valid until its deadline, so a transaction that was
 * cancelled here, or whose report was withdrawn meanwhile, can still be mined.
 */
export const MOVES = {
  forward: { by: 'doctor', from: ['DRAFT'], to: 'FORWARDED' },
  discard: { by: 'doctor', from: ['DRAFT'], to: 'DISCARDED' },
  approve: { by: 'patient', from: ['FORWARDED'], to: 'APPROVED' },
  reject: { by: 'patient', from: ['FORWARDED'], to: 'REJECTED' },
  // While it is being sealed, too: it may wait for a low price for days. The issuer then retracts its attestation.
  withdraw: { by: 'doctor', from: ['FORWARDED', 'APPROVED', 'ANCHORING'], to: 'WITHDRAWN' },
  'begin-anchoring': { by: 'patient', from: ['APPROVED'], to: 'ANCHORING' },
  'cancel-anchoring': { by: 'patient', from: ['ANCHORING'], to: 'APPROVED' },
  'fail-anchoring': { by: 'chain', from: ['ANCHORING'], to: 'APPROVED' },
  'confirm-anchoring': {
    by: 'chain',
    from: ['ANCHORING', 'APPROVED', 'WITHDRAWN'],
    to: 'ANCHORED',
  },
  // A reorganisation removed blocks that were confirmed, but not final.
  'undo-anchoring': { by: 'chain', from: ['ANCHORED', 'RETRACTED', 'SUPERSEDED'], to: 'ANCHORING' },
  'undo-retraction': { by: 'chain', from: ['RETRACTED', 'SUPERSEDED'], to: 'ANCHORED' },
  'confirm-retraction': { by: 'chain', from: ['ANCHORED'], to: 'RETRACTED' },
  'confirm-supersession': { by: 'chain', from: ['ANCHORED'], to: 'SUPERSEDED' },
  erase: {
    by: 'erasure',
    from: [
      'FORWARDED',
      'REJECTED',
      'APPROVED',
      'WITHDRAWN',
      'ANCHORING',
      'ANCHORED',
      'RETRACTED',
      'SUPERSEDED',
    ],
    to: 'ERASED',
  },
  'erase-draft': { by: 'erasure', from: ['DRAFT'], to: 'DISCARDED' },
} as const satisfies Record<string, { by: Mover; from: readonly ReportState[]; to: ReportState }>;

/** A transition between states of a report. */
export type Move = keyof typeof MOVES;

/** Whether a report in `state` may make `move`. */
export function canMove(state: ReportState, move: Move): boolean {
  const from: readonly ReportState[] = MOVES[move].from;
  return from.includes(state);
}
