import { createHmac } from 'node:crypto';
import type { JobKind } from '@/jobs/job-kinds';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { MINUTE_MS } from '@/platform/time/durations';

const WINDOW_MS = 10 * MINUTE_MS;

/**
 * At most one mail of a kind to an address in ten minutes, so that a form cannot be used to flood a mailbox.
 * @param email normalised; the key holds a keyed hash of it
 * @param windowMs another length of time
 */
export async function mailDedupeKey(
  tx: Transaction,
  kind: JobKind,
  email: string,
  windowMs: number = WINDOW_MS,
): Promise<string> {
  const mac = createHmac('sha256', env().SESSION_SECRET).update(`medanchor/v1/mail/${email}`);
  const whose = mac.digest('base64url');
  const now = (await databaseNow(tx)).getTime();
  return `${kind}:${whose}:${windowMs / 1_000}:${Math.floor(now / windowMs)}`;
}
