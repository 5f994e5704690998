import { Gauge, register } from 'prom-client';
import type { TrailCheckState } from '@/audit/trail-check-schema';
import type { QueueState } from '@/jobs/read-queue';
import { log } from '@/platform/logger';
import { requestDurations } from '@/platform/metrics';
import type { FollowerPosition } from '@/registry/follower/read-follower-position';
import type { CheckResult } from '../readyz/run-checks';

/** What is looked up when Prometheus asks. */
interface Sources {
  checks: () => Promise<Record<string, CheckResult>>;
  queue: () => Promise<QueueState>;
  follower: () => Promise<FollowerPosition>;
  trail: () => Promise<TrailCheckState>;
}

/**
 * The metrics of this process and of the system. A source that does not answer leaves its gauges out, and
 * `medanchor_source_up` says so: the others are not lost with it.
 */
export async function readMetrics(
  sources: Sources,
): Promise<{ contentType: string; text: string }> {
  requestDurations();
  await Promise.all([
    fill('checks', sources.checks, (checks) => {
      for (const [check, { ok, milliseconds }] of Object.entries(checks)) {
        labelled('medanchor_check_ok', 'Whether a check of /readyz passed.').set(
          { name: check },
          Number(ok),
        );
        labelled('medanchor_check_duration_seconds', 'How long a check of /readyz took.').set(
          { name: check },
          milliseconds / 1_000,
        );
      }
    }),
    fill('queue', sources.queue, ({ waiting, retrying, failed, dueSince }) => {
      const age = dueSince === null ? 0 : (Date.now() - Date.parse(dueSince)) / 1_000;
      plain('medanchor_outbox_waiting_jobs', 'Jobs that are due or wait for a try.').set(waiting);
      plain('medanchor_outbox_retrying_jobs', 'Of those, jobs that failed before.').set(retrying);
      plain('medanchor_outbox_failed_jobs', 'Jobs that were given up.').set(failed);
      plain('medanchor_outbox_age_seconds', 'How long the oldest due job waits.').set(
        Math.max(0, age),
      );
    }),
    fill('follower', sources.follower, ({ head, readUpTo, confirmations, isWrongChain }) => {
      plain('medanchor_chain_is_wrong', 'Whether the node is on another chain than ours.').set(
        Number(isWrongChain),
      );
      if (head === null || readUpTo === null) return;
      const lag = Math.max(0, head - (confirmations - 1) - readUpTo);
      plain('medanchor_follower_lag_blocks', 'Confirmed blocks that were not read yet.').set(lag);
    }),
    fill('trail', sources.trail, ({ total, checked, brokenAt }) => {
      plain('medanchor_trail_events', 'Events in the audit trail.').set(total);
      plain('medanchor_trail_unchecked_events', 'Events that wait for their check.').set(
        Math.max(0, total - checked),
      );
      plain('medanchor_trail_is_broken', 'Whether the check found an altered event.').set(
        Number(brokenAt !== null),
      );
    }),
  ]);
  return { contentType: register.contentType, text: await register.metrics() };
}

/** Of an earlier scrape nothing stays when its source does not answer now. */
async function fill<T>(
  name: string,
  ask: () => Promise<T>,
  set: (answer: T) => void,
): Promise<void> {
  let isUp = 1;
  try {
    set(await ask());
  } catch (error) {
    isUp = 0;
    log().warn({ source: name, err: error }, 'no metrics from a source');
  }
  labelled('medanchor_source_up', 'Whether the source of some metrics answered.').set(
    { name },
    isUp,
  );
}

function plain(name: string, help: string): Gauge {
  const known = register.getSingleMetric(name);
  return known instanceof Gauge ? known : new Gauge({ name, help });
}

function labelled(name: string, help: string): Gauge<'name'> {
  const known = register.getSingleMetric(name);
  return known instanceof Gauge ? known : new Gauge({ name, help, labelNames: ['name'] });
}
