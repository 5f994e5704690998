import { z } from 'zod';
import { defineRoute } from '@/app/api/define-route';
import { checkSystem } from './check-system';
import { CHECK_NAMES } from './run-checks';

/** See docs/operations.md. */
export const GET = defineRoute({
  summary: 'Whether everything that the system stands on works; 503 when something does not.',
  who: 'anyone',
  limit: { calls: 120, minutes: 1, countedIn: 'process' },
  query: z.object({
    /** Comma-separated names of checks that do not decide. */
    exclude: z
      .string()
      .default('')
      .transform((names) => names.split(',').filter(Boolean))
      .pipe(z.array(z.enum(CHECK_NAMES))),
  }),
  run: async ({ query }) => {
    const checks = await checkSystem();
    const ready = CHECK_NAMES.every((name) => query.exclude.includes(name) || checks[name].ok);
    return Response.json(
      { status: ready ? 'ready' : 'not-ready', checks },
      { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
    );
  },
});
