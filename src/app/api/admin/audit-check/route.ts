import { z } from 'zod';
import { verifyAuditTrail } from '@/audit/verify-audit-trail';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Recomputes the whole audit trail and says whether it is intact.',
  who: 'admin',
  answer: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('intact'), events: z.string() }),
    z.object({ outcome: z.literal('broken'), at: z.string() }),
  ]),
  run: async () => {
    const check = await verifyAuditTrail();
    return check.outcome === 'intact'
      ? { outcome: 'intact', events: String(check.events) }
      : { outcome: 'broken', at: String(check.at) };
  },
});
