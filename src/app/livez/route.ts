import { z } from 'zod';
import { defineRoute } from '@/app/api/define-route';

const answer = z.object({ status: z.literal('alive') });

/** Whether this process answers. Depends on no other service. See docs/operations.md. */
export const GET = defineRoute({
  summary: 'Whether the process lives.',
  who: 'anyone',
  limit: { calls: 1_200, minutes: 1, countedIn: 'process' },
  answer,
  run: () => Promise.resolve(answer.parse({ status: 'alive' })),
});
