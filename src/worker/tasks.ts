import { randomUUID } from 'node:crypto';
import { checkTrail } from '@/audit/check/check-trail';
import { readSendingRule } from '@/forecast/waiting/read-sending-rule';
import type { RepeatedTask } from '@/jobs/repeat-task';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { sweepDoneJobs } from '@/jobs/sweep-done-jobs';
import { BEAT_EVERY_MS, beatHeart } from '@/jobs/worker-heartbeat';
import { recountAccounts } from '@/accounts/people/tally-accounts';
import { fillNameKeys } from '@/accounts/people/fill-name-keys';
import { sweepExpiredCredentials } from '@/accounts/sessions/sweep-expired';
import { eraseDue } from '@/interop/erasure/erase-due';
import { forgetMailboxes } from '@/interop/erasure/forget-mailboxes';
import { makeExports } from '@/interop/exports/make-exports';
import { sweepExports, sweepLostParts } from '@/interop/exports/sweep-exports';
import { sweepKeptReports } from '@/interop/retention/sweep-kept-reports';
import { sweepNotifications } from '@/notifications/sweep-notifications';
import { sweepCallWindows } from '@/platform/http/call-windows';
import { env } from '@/platform/env';
import { log } from '@/platform/logger';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/platform/time/durations';
import { followChain } from '@/registry/follower/follow-chain';
import { recheckAccounts } from '@/registry/follower/recheck-accounts';
import { recheckReports } from '@/registry/follower/recheck-reports';
import { notifyReadyRecoveries } from '@/registry/recovery/news/notify-ready-recoveries';
import { runRelayer } from '@/registry/relayer/run-relayer';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { checkObjects } from '@/records/integrity/check-objects';
import { findUploadObjects } from '@/records/uploads/find-upload-objects';
import { sweepUploads } from '@/records/uploads/sweep-uploads';
import { recountReports } from '@/reports/counts/recount-reports';
import { requeueLateKits } from '@/reports/recovery-kit/requeue-late-kits';
import { findReferencedObjects } from '@/reports/sealed/find-referenced-objects';
import { sweepEmergencies } from '@/sharing/emergency/sweep-emergencies';
import { sweepGuestSessions } from '@/sharing/guest/sweep-guest-sessions';
import { sweepRequests } from '@/sharing/requests/sweep-requests';
import { sweepOrphans } from '@/vault/sweep-orphans';
import { chainHandlers } from './chain-handlers';
import { FEE_TASKS } from './fee-tasks';
import { jobHandlers } from './job-handlers';
import { TRAIL_TASKS } from './trail-tasks';

/** Interval of the outbox; the follower runs half as often, what depends on it a tenth as often. */
const POLL = env().WORKER_POLL_MS;

/** Nothing is deleted for good in the first hour of a worker's life. */
const FIRST_SWEEP_MS = HOUR_MS;

/** This process, among the workers. */
const WORKER_ID = randomUUID();

/** Those of some objects that a report or a patient's own file names. */
async function findNamedObjects(addresses: string[]): Promise<Set<string>> {
  const [reports, uploads] = await Promise.all([
    findReferencedObjects(addresses),
    findUploadObjects(addresses),
  ]);
  return new Set([...reports, ...uploads]);
}

/** What the worker repeats, each task at its own interval. */
export const TASKS: RepeatedTask[] = [
  {
    name: 'heartbeat',
    everyMs: BEAT_EVERY_MS,
    run: async () => {
      await beatHeart(WORKER_ID);
      return false;
    },
  },
  { name: 'outbox', everyMs: POLL, run: async () => (await runDueJobs(jobHandlers)) > 0 },
  {
    name: 'chain-follower',
    everyMs: 2 * POLL,
    run: async () => !(await followChain(chainHandlers)),
  },
  {
    name: 'recheck-reports',
    everyMs: 5 * SECOND_MS,
    run: async () => {
      await recheckReports(chainHandlers);
      return false;
    },
  },
  {
    name: 'recheck-accounts',
    everyMs: MINUTE_MS,
    run: async () => {
      await recheckAccounts();
      return false;
    },
  },
  {
    name: 'relayer',
    everyMs: 2 * POLL,
    run: async () => (await runRelayer(chainHandlers, readSendingRule)) > 0,
  },
  {
    name: 'settle-transactions',
    everyMs: 10 * POLL,
    run: async () => {
      await settleTransactions(chainHandlers);
      return false;
    },
  },
  {
    name: 'notify-ready-recoveries',
    everyMs: 10 * POLL,
    run: async () => {
      await notifyReadyRecoveries();
      return false;
    },
  },
  { name: 'erase-due', everyMs: 10 * SECOND_MS, run: eraseDue },
  { name: 'sweep-kept-reports', everyMs: HOUR_MS, run: sweepKeptReports },
  { name: 'make-exports', everyMs: 2 * POLL, run: makeExports },
  {
    name: 'sweep-exports',
    everyMs: MINUTE_MS,
    run: async () => {
      await sweepExports();
      return false;
    },
  },
  {
    name: 'sweep-lost-parts',
    everyMs: HOUR_MS,
    run: async () => {
      const deleted = await sweepLostParts();
      if (deleted > 0) log().info({ deleted }, 'parts of deleted exports deleted');
      return false;
    },
  },
  { name: 'check-objects', everyMs: 10 * MINUTE_MS, run: () => checkObjects() },
  {
    name: 'sweep-uploads',
    everyMs: HOUR_MS,
    run: async () => {
      const deleted = await sweepUploads();
      if (deleted > 0) log().info({ deleted }, 'parts of received files deleted');
      return false;
    },
  },
  {
    name: 'sweep-requests',
    everyMs: MINUTE_MS,
    run: async () => {
      await sweepRequests();
      return false;
    },
  },
  {
    name: 'sweep-emergencies',
    everyMs: MINUTE_MS,
    run: async () => {
      await sweepEmergencies();
      return false;
    },
  },
  { name: 'check-trail', everyMs: 30 * SECOND_MS, run: checkTrail },
  ...TRAIL_TASKS,
  { name: 'fill-name-keys', everyMs: HOUR_MS, run: fillNameKeys },
  {
    name: 'recount',
    everyMs: DAY_MS,
    run: async () => {
      await recountReports();
      await recountAccounts();
      return false;
    },
  },
  {
    name: 'sweep-orphans',
    everyMs: HOUR_MS,
    run: async () => {
      // After a start a person may still be restoring the database or the store.
      if (process.uptime() * SECOND_MS < FIRST_SWEEP_MS) return false;
      const deleted = await sweepOrphans(findNamedObjects);
      if (deleted > 0) log().warn({ deleted }, 'objects without a report deleted');
      return false;
    },
  },
  { name: 'requeue-late-kits', everyMs: HOUR_MS, run: requeueLateKits },
  { name: 'sweep-done-jobs', everyMs: HOUR_MS, run: sweepDoneJobs },
  { name: 'sweep-notifications', everyMs: HOUR_MS, run: sweepNotifications },
  {
    name: 'sweep-expired',
    everyMs: HOUR_MS,
    run: async () => {
      await sweepExpiredCredentials();
      await sweepGuestSessions();
      await forgetMailboxes();
      await sweepCallWindows();
      return false;
    },
  },
  ...FEE_TASKS,
];
