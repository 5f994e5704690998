import type { AccessRequest } from '@/generated/prisma/client';
import type { AccessRequestState } from '@/generated/prisma/enums';
import { SECOND_MS } from '@/platform/time/durations';

/** The state of a request now: its time may be over before the worker has noted that. */
export function stateAt(
  { state, answerBy, until }: Pick<AccessRequest, 'state' | 'answerBy' | 'until'>,
  now: Date,
): AccessRequestState {
  if (state === 'ASKED' && answerBy <= now) return 'EXPIRED';
  return state === 'GRANTED' && until <= now ? 'EXPIRED' : state;
}

/** The last whole second that is no later: the chain keeps no parts of seconds. */
export function wholeSecond(ms: number): Date {
  return new Date(Math.floor(ms / SECOND_MS) * SECOND_MS);
}
