import { trailCheckSchema } from '@/audit/check/trail-check-schema';
import { readTrailCheck } from '@/audit/check/read-trail-check';
import { requestTrailCheck } from '@/audit/check/request-trail-check';
import { defineRoute } from '../../define-route';

export const GET = defineRoute({
  summary: 'The last result of the check of the audit trail, and its progress.',
  who: 'admin',
  answer: trailCheckSchema,
  run: readTrailCheck,
});

export const POST = defineRoute({
  summary: 'Asks the worker to check the whole audit trail again.',
  who: 'admin',
  answer: trailCheckSchema,
  run: async () => {
    await requestTrailCheck();
    return readTrailCheck();
  },
});
