import { register } from 'prom-client';
import type { TrailCheckState } from '@/audit/check/trail-check-schema';
import type { QueueState } from '@/jobs/read-queue';
import type { WorkersState } from '@/jobs/read-workers';
import { log } from '@/platform/logger';
import { requestDurations } from '@/platform/metrics';
import type { FollowerPosition } from '@/registry/follower/read-follower-position';
import type { RelayerPurse } from '@/registry/relayer/read-purse';
import type { ObjectCheckState } from '@/records/integrity/read-object-check';
import type { TrailPurse } from '@/registry/trail/read-trail-purse';
import type { ViolationCounts } from '@/reports/violations/count-violations';
import type { CheckResult } from '../readyz/run-checks';
import { newGauges, type Gauges } from './gauges';

/** What is looked up when Prometheus asks. */
interface Sources {
  /** By the database's clock, as the times below. */
  now: () => Promise<Date>;
  chainId: number;
  checks: () => Promise<Record<string, CheckResult>>;
  queue: () => Promise<QueueState>;
  follower: () => Promise<FollowerPosition>;
  trail: () => Promise<TrailCheckState>;
  objects: () => Promise<ObjectCheckState>;
  workers: () => Promise<WorkersState>;
  /** Null where no relayer pays for patients. */
  relayer: () => Promise<RelayerPurse | null>;
  /** Null where the trail is not anchored. */
  trailDays: () => Promise<TrailPurse | null>;
  violations: () => Promise<ViolationCounts>;
  sessions: () => Promise<{ people: number; guests: number }>;
}

/**
 * The metrics of this process and of the system. A source that does not answer leaves its gauges out, and
 * `medanchor_source_up` is 0 for it: the others are not lost with it.
 */
export async function readMetrics(
  sources: Sources,
): Promise<{ contentType: string; text: string }> {
  requestDurations();
  const gauges = newGauges();
  const up: Record<string, number> = {};
  const fill = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
      up[name] = 1;
    } catch (error) {
      up[name] = 0;
      log().warn({ source: name, err: error }, 'no metrics from a source');
    }
  };
  const age = async (time: string | null) =>
    time === null ? null : ((await sources.now()).getTime() - Date.parse(time)) / 1_000;
  await Promise.all([
    fill('checks', async () => setChecks(gauges, await sources.checks())),
    fill('queue', async () => {
      const queue = await sources.queue();
      setQueue(gauges, queue, (await age(queue.dueSince)) ?? 0);
    }),
    fill('follower', async () => setFollower(gauges, await sources.follower())),
    fill('trail', async () => {
      const trail = await sources.trail();
      setTrail(gauges, trail, await age(trail.finishedAt));
    }),
    fill('objects', async () => {
      const { damaged, startedAt } = await sources.objects();
      const roundAge = atLeast0((await age(startedAt)) ?? 0);
      gauges.set('medanchor_damaged_objects', 'Documents that the store lost or altered.', damaged);
      gauges.set('medanchor_object_round_age_seconds', 'Since all began to be read.', roundAge);
    }),
    fill('workers', async () => setWorkers(gauges, await sources.workers())),
    fill('relayer', async () => setRelayer(gauges, await sources.relayer())),
    fill('trail-days', async () => setTrailDays(gauges, await sources.trailDays())),
    fill('violations', async () => setViolations(gauges, await sources.violations())),
    fill('sessions', async () => {
      const { people, guests } = await sources.sessions();
      gauges.set('medanchor_sessions', 'Sessions of people that are open.', people);
      gauges.set('medanchor_guest_sessions', 'Sessions of guests that are open.', guests);
    }),
  ]);
  gauges.set('medanchor_chain_id', 'The chain that this system is set to.', sources.chainId);
  gauges.setEach('medanchor_source_up', 'Whether the source of some metrics answered.', up);
  const text = `${await register.metrics()}\n${await gauges.print()}`;
  return { contentType: register.contentType, text };
}

function setChecks(gauges: Gauges, checks: Record<string, CheckResult>): void {
  const each = (value: (check: CheckResult) => number) =>
    Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, value(check)]));
  gauges.setEach(
    'medanchor_check_ok',
    'Whether a check of /readyz passed.',
    each(({ ok }) => Number(ok)),
  );
  gauges.setEach(
    'medanchor_check_duration_seconds',
    'How long a check of /readyz took.',
    each(({ milliseconds }) => milliseconds / 1_000),
  );
}

function setQueue(gauges: Gauges, { waiting, retrying, failed }: QueueState, age: number): void {
  gauges.set(
    'medanchor_outbox_waiting_jobs',
    'Jobs that are due or wait for a try, up to 500.',
    waiting,
  );
  gauges.set(
    'medanchor_outbox_retrying_jobs',
    'Of those counted, jobs that failed before.',
    retrying,
  );
  gauges.set('medanchor_outbox_failed_jobs', 'Jobs that were given up, up to 500.', failed);
  gauges.set('medanchor_outbox_age_seconds', 'How long the oldest due job waits.', atLeast0(age));
}

function setFollower(gauges: Gauges, position: FollowerPosition): void {
  const { head, readUpTo, confirmations, isWrongChain } = position;
  const wrong = Number(isWrongChain);
  gauges.set('medanchor_chain_is_wrong', 'Whether the node is on another chain.', wrong);
  if (head === null) return;
  gauges.set('medanchor_chain_head_block', 'The newest block of the node.', head);
  if (readUpTo === null) return;
  const lag = atLeast0(head - (confirmations - 1) - readUpTo);
  gauges.set('medanchor_follower_lag_blocks', 'Confirmed blocks that were not read yet.', lag);
}

function setTrail(gauges: Gauges, trail: TrailCheckState, age: number | null): void {
  const { total, checked, brokenAt, brokenDate } = trail;
  const unchecked = atLeast0(total - checked);
  const broken = Number(brokenAt !== null || brokenDate !== null);
  gauges.set('medanchor_trail_events', 'Events in the audit trail.', total);
  gauges.set('medanchor_trail_unchecked_events', 'Events that wait for their check.', unchecked);
  gauges.set('medanchor_trail_is_broken', 'Whether the check found an altered event.', broken);
  if (age === null) return;
  gauges.set('medanchor_trail_check_age_seconds', 'Since the last whole check.', atLeast0(age));
}

function setWorkers(gauges: Gauges, { living, heartbeatAge }: WorkersState): void {
  gauges.set('medanchor_workers', 'Workers with a heartbeat in the last 90 seconds.', living);
  if (heartbeatAge === null) return;
  gauges.set('medanchor_worker_heartbeat_age_seconds', 'Since the newest heartbeat.', heartbeatAge);
}

function setRelayer(gauges: Gauges, relayer: RelayerPurse | null): void {
  if (relayer === null) return;
  const { purse, maxFee, waiting } = relayer;
  gauges.set(
    'medanchor_relayer_purse_ether',
    'Ether of the account that pays for patients.',
    purse,
  );
  gauges.set('medanchor_relayer_max_fee_ether', 'The most that it pays for one call.', maxFee);
  gauges.set('medanchor_relayer_waiting_calls', 'Signed calls that were not sent yet.', waiting);
}

function setTrailDays(gauges: Gauges, days: TrailPurse | null): void {
  if (days === null) return;
  const { purse, maxFee, waiting, refused } = days;
  gauges.set('medanchor_trail_days_waiting', 'Sealed days that are not on the chain.', waiting);
  gauges.set('medanchor_trail_days_refused', 'Days with another root on the chain.', refused);
  gauges.set('medanchor_trail_purse_ether', 'Ether of the account that anchors the trail.', purse);
  gauges.set('medanchor_trail_fee_ether', 'What anchoring a day costs now, at most.', maxFee);
}

function setViolations(gauges: Gauges, { today, waiting, altered }: ViolationCounts): void {
  gauges.setEach('medanchor_violations', 'Violations of the last 24 hours, by kind.', today);
  gauges.set('medanchor_violations_waiting', 'Violations that are not on the chain.', waiting);
  gauges.set('medanchor_violations_altered', 'Violations altered in the database.', altered);
}

/** Clocks and readings of different moments may differ a little. */
function atLeast0(value: number): number {
  return Math.max(0, value);
}
