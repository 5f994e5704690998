import { countSessions } from '@/accounts/sessions/count-sessions';
import { readTrailCheck } from '@/audit/check/read-trail-check';
import { defineRoute } from '@/app/api/define-route';
import { readQueue } from '@/jobs/read-queue';
import { readWorkers } from '@/jobs/read-workers';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { readObjectCheck } from '@/records/integrity/read-object-check';
import { readFollowerPosition } from '@/registry/follower/read-follower-position';
import { readPurse } from '@/registry/relayer/read-purse';
import { readTrailPurse } from '@/registry/trail/read-trail-purse';
import { countViolations } from '@/reports/violations/count-violations';
import { countGuestSessions } from '@/sharing/guest/count-guest-sessions';
import { checkSystem } from '../readyz/check-system';
import { isSameSecret } from './is-same-secret';
import { readMetrics } from './read-metrics';

/** See docs/operations.md. */
export const GET = defineRoute({
  summary: 'Metrics for Prometheus, for who knows the token; 404 without it.',
  who: 'anyone',
  limit: { calls: 120, minutes: 1, countedIn: 'process' },
  run: async ({ request }) => {
    const token = env().METRICS_TOKEN;
    const given = request.headers.get('authorization') ?? '';
    if (token === undefined || !isSameSecret(given, `Bearer ${token}`)) {
      throw new AppError('not-found');
    }
    const { contentType, text } = await readMetrics({
      now: databaseNow,
      chainId: env().CHAIN_ID,
      checks: checkSystem,
      queue: readQueue,
      follower: readFollowerPosition,
      trail: readTrailCheck,
      objects: readObjectCheck,
      workers: readWorkers,
      relayer: readPurse,
      trailDays: readTrailPurse,
      violations: countViolations,
      sessions: async () => ({
        people: await countSessions(),
        guests: await countGuestSessions(),
      }),
    });
    return new Response(text, {
      headers: { 'content-type': contentType, 'cache-control': 'no-store' },
    });
  },
});
