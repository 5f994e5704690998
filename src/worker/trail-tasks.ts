import { sealTrailDay } from '@/audit/days/seal-trail-day';
import type { RepeatedTask } from '@/jobs/repeat-task';
import { env } from '@/platform/env';
import { MINUTE_MS } from '@/platform/time/durations';
import { anchorTrailDays } from '@/registry/trail/anchor-trail-days';
import { reportViolations } from '@/registry/trail/report-violations';

/** The days of the audit trail and the violations, where the trail is anchored: none without TRAIL_ANCHOR_ADDRESS. */
export const TRAIL_TASKS: RepeatedTask[] =
  env().TRAIL_ANCHOR_ADDRESS === undefined
    ? []
    : [
        { name: 'seal-trail-day', everyMs: MINUTE_MS, run: () => sealTrailDay() },
        {
          name: 'anchor-trail-days',
          everyMs: 15 * env().WORKER_POLL_MS,
          run: async () => {
            await anchorTrailDays();
            return false;
          },
        },
        {
          name: 'report-violations',
          everyMs: 15 * env().WORKER_POLL_MS,
          run: async () => {
            await reportViolations();
            return false;
          },
        },
      ];
