import type { UploadState } from '@/generated/prisma/enums';

/** Who may make a move: the patient, the worker that checks, or an administrator. */
export type UploadMover = 'patient' | 'worker' | 'admin';

/** The state machine of a patient's own file. Every allowed move is a row here; every other one is refused. */
export const UPLOAD_MOVES = {
  receive: { by: 'patient', from: ['ANNOUNCED'], to: 'RECEIVED' },
  pass: { by: 'worker', from: ['RECEIVED'], to: 'CHECKED' },
  refuse: { by: 'worker', from: ['RECEIVED'], to: 'REJECTED' },
  approve: { by: 'admin', from: ['CHECKED'], to: 'APPROVED' },
  reject: { by: 'admin', from: ['CHECKED'], to: 'REJECTED' },
} as const satisfies Record<
  string,
  { by: UploadMover; from: readonly UploadState[]; to: UploadState }
>;

/** A transition between states of an upload. */
export type UploadMove = keyof typeof UPLOAD_MOVES;

/** Whether an upload in `state` may make `move`. */
export function canMoveUpload(state: UploadState, move: UploadMove): boolean {
  const from: readonly UploadState[] = UPLOAD_MOVES[move].from;
  return from.includes(state);
}
