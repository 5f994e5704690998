import type { JobHandler } from '@/jobs/job-kinds';
import { database } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { activeRecipients } from './active-recipients';
import { kitReportsOf } from './belongs-to-kit';
import { keepKeyOfReport } from './keep-key-of-report';
import { writeKitLists } from './write-kit-lists';

/** Reports whose ids are in memory at once. */
const PAGE = 200;

/**
 * Brings a patient's kit in line with their reports and keys: one key file beside each report that they may read, none
 * beside any other, and one list for each key. Each file is written by itself and noted when it is, so that a run that
 * was stopped anywhere is continued by the next one.
 */
export const updateRecoveryKit: JobHandler<'update-recovery-kit'> = ({ accountId }) =>
  updateKitOf(accountId);

/** See `updateRecoveryKit`. */
export async function updateKitOf(accountId: string): Promise<void> {
  const { digest } = await activeRecipients(database(), accountId);
  // Each report once in a run: what changes meanwhile has a job of its own.
  let after = '';
  const failures: unknown[] = [];
  for (;;) {
    const due = await database().report.findMany({
      where: {
        id: { gt: after },
        patientId: accountId,
        OR: [
          // To be removed.
          {
            recoveryWrap: { isNot: null },
            ...(digest === null ? {} : { NOT: kitReportsOf(accountId) }),
          },
          // To be written, or written anew.
          ...(digest === null
            ? []
            : [
                {
                  ...kitReportsOf(accountId),
                  OR: [
                    { recoveryWrap: null },
                    { recoveryWrap: { recipients: null } },
                    { recoveryWrap: { recipients: { not: digest } } },
                  ],
                },
              ]),
        ],
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    if (due.length === 0) break;
    // One after the other: the store and the database serve people at the same time.
    for (const { id } of due) {
      try {
        await keepKeyOfReport(id, accountId);
      } catch (error) {
        if (isAppError(error)) throw error;
        // A damaged row must not keep the other reports out of the kit.
        failures.push(error);
      }
      after = id;
    }
  }
  await writeKitLists(accountId);
  if (failures.length > 0) throw new AggregateError(failures, 'some reports cannot be kept');
}
