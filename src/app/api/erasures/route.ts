import { z } from 'zod';
import { requestErasure } from '@/accounts/erasure/request-erasure';
import { takeBackErasure } from '@/accounts/erasure/take-back-erasure';
import { defineRoute } from '../define-route';

export const POST = defineRoute({
  summary:
    'Asks for the erasure of a patient’s own account and records, which begins after 72 hours.',
  // Others are told whom to ask.
  who: 'signed-in',
  limit: { calls: 10, minutes: 60 },
  body: z.object({ email: z.string().max(320) }),
  run: ({ actor, body }) => requestErasure(actor, body.email),
});

export const DELETE = defineRoute({
  summary: 'Takes the erasure of one’s own account back.',
  who: 'patient',
  run: ({ actor }) => takeBackErasure(actor),
});
