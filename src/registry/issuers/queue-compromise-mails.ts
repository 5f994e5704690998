import { z } from 'zod';
import type { JobHandler } from '@/jobs/job-kinds';
import { notify } from '@/notifications/notify';
import { database, inTransaction } from '@/platform/database/database';
import { statusNumber } from '@/registry/contract/report-status';

const reached = z.array(z.object({ accountId: z.string(), reports: z.coerce.number() }));

/**
 * Notifies each patient who has valid reports that a compromised key signed from some block on. Not
 * done where the event is applied, because there may be thousands. Each is notified once, however often
 * this runs.
 */
export const queueCompromiseMails: JobHandler<'queue-compromise-mails'> = async ({
  issuer,
  fromBlock,
  beforeBlock,
}) => {
  const rows = await database().$queryRaw`
    SELECT w.accountId, COUNT(*) AS reports
    FROM ChainReport AS c JOIN Wallet AS w ON w.address = c.owner
    WHERE c.issuer = ${issuer}
      AND c.status = ${statusNumber('active')}
      AND c.addedBlock >= ${fromBlock}
      AND (${beforeBlock} IS NULL OR c.addedBlock < ${beforeBlock})
    GROUP BY w.accountId`;
  for (const { accountId, reports } of reached.parse(rows)) {
    await inTransaction((tx) =>
      notify(tx, {
        accountId,
        kind: 'issuer-compromised',
        reports,
        mail: {
          kind: 'mail-issuer-compromised',
          payload: { accountId, reports },
          dedupeKey: `mail-issuer-compromised:${accountId}:${issuer}:${fromBlock}`,
        },
      }),
    );
  }
};
