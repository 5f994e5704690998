import type { JobKind } from '@/jobs/job-kinds';

const WINDOW_MS = 10 * 60_000;

/** At most one mail of a kind to an account in ten minutes, so that a form cannot be used to flood a mailbox. */
export function mailDedupeKey(kind: JobKind, accountId: string, now = Date.now()): string {
  return `${kind}:${accountId}:${Math.floor(now / WINDOW_MS)}`;
}
