import { checkWorkerLives } from '@/jobs/worker-heartbeat';
import { checkMigrations } from '@/platform/database/check-migrations';
import { checkMailServer } from '@/platform/mail/mailer';
import { checkChainFollowed } from '@/registry/follower/check-chain-followed';
import { checkStoreWritable } from '@/vault/check-store-writable';
import { runChecks } from './run-checks';

/** Whether each part that the system stands on works. */
export function checkSystem(): ReturnType<typeof runChecks> {
  return runChecks({
    migrations: checkMigrations,
    store: checkStoreWritable,
    chain: checkChainFollowed,
    smtp: checkMailServer,
    worker: checkWorkerLives,
  });
}
