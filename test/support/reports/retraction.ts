import { database } from '@/platform/database/database';
import { sendRetraction } from '@/registry/calls/send-retraction';
import { confirm } from '../chain/patient-on-chain';
import { reportRow } from './report-factories';

/** The hash of a report that its doctor has sent. */
export async function contentHashOf(reportId: string) {
  const { contentHash } = await reportRow(reportId);
  if (contentHash === null) throw new Error('The report was never sent');
  return contentHash;
}

/** Sends the queued retraction of a report, as the worker does, and confirms it. */
export async function sendQueuedRetraction(reportId: string): Promise<void> {
  const { id } = await database().chainTransaction.findFirstOrThrow({
    where: { reportId, kind: 'RETRACT_REPORT' },
  });
  await sendRetraction({ transactionId: id });
  await confirm();
}
