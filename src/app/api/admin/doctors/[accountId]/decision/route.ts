import { z } from 'zod';
import { decideDoctor } from '@/accounts/doctors/decide-doctor';
import { defineRoute } from '../../../../define-route';

export const POST = defineRoute({
  summary: 'Approves, refuses, suspends or reinstates a doctor.',
  who: 'admin',
  params: z.object({ accountId: z.uuid() }),
  body: z.object({ decision: z.enum(['approve', 'refuse', 'suspend', 'reinstate']) }),
  run: ({ actor, params, body }) => decideDoctor(actor, params.accountId, body.decision),
});
