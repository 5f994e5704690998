import { log } from '@/platform/logger';
import { within } from '@/platform/time/within';

/** What must work for the system to be ready. */
export const CHECK_NAMES = ['migrations', 'store', 'chain', 'smtp', 'worker'] as const;

type CheckName = (typeof CHECK_NAMES)[number];

/** How one check went: nothing about why, which is in the log. */
export interface CheckResult {
  ok: boolean;
  milliseconds: number;
}

/** Each check has its own time; what is slower cannot serve a person either. */
const PATIENCE_MS = 5_000;
/** However often one asks, the services are asked at most every other second. */
const FRESH_MS = 2_000;

let last: { at: number; results: Promise<Record<CheckName, CheckResult>> } | undefined;

/** Runs all checks at the same time, or returns the results of a moment ago. */
export function runChecks(
  checks: Record<CheckName, () => Promise<void>>,
): Promise<Record<CheckName, CheckResult>> {
  if (last === undefined || performance.now() - last.at > FRESH_MS) {
    last = { at: performance.now(), results: runAll(checks) };
  }
  return last.results;
}

async function runAll(checks: Record<CheckName, () => Promise<void>>) {
  const [migrations, store, chain, smtp, worker] = await Promise.all([
    run('migrations', checks.migrations),
    run('store', checks.store),
    run('chain', checks.chain),
    run('smtp', checks.smtp),
    run('worker', checks.worker),
  ]);
  return { migrations, store, chain, smtp, worker };
}

async function run(name: CheckName, check: () => Promise<void>): Promise<CheckResult> {
  const started = performance.now();
  const ok = await within(PATIENCE_MS, check).then(
    () => true,
    (error: unknown) => {
      log().warn({ check: name, err: error }, 'not ready');
      return false;
    },
  );
  return { ok, milliseconds: Math.round(performance.now() - started) };
}
