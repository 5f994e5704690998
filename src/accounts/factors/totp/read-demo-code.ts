import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { openTotpSecret, STEP_SECONDS, totpOf } from './totp-secret';
import { SECOND_MS } from '@/platform/time/durations';

/**
 * The next unused code of a person's authenticator app, for a demonstration: there nobody has the app. A production
 * server does not start in demo mode, see scripts/demo/demo-traces.ts.
 * @throws AppError not-found outside a demonstration, or without an app
 */
export async function readDemoCode({ accountId }: Actor): Promise<string> {
  const row = env().DEMO_MODE
    ? await database().totpSecret.findUnique({ where: { accountId } })
    : null;
  if (row === null || row.confirmedAt === null) throw new AppError('not-found');
  const totp = totpOf(openTotpSecret(row));
  const present = totp.counter({ timestamp: (await databaseNow()).getTime() });
  const step = Math.max(present, Number(row.lastStep) + 1);
  return totp.generate({ timestamp: step * STEP_SECONDS * SECOND_MS });
}
