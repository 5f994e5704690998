import type { Actor } from '@/accounts/sessions/actor';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { encodeAddReport } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { quoteFee } from '@/registry/fees/quote-fee';
import type { OfferedQuote } from '@/registry/relayer/clinic-offer';
import { readOffer } from '@/registry/relayer/read-offer';
import { requirePatient } from '@/reports/access/lock-received-report';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { expectWaiting } from './expect-waiting';
import { composeSampleCall } from './sample-call';
import { sealReportToAnchor } from './report-to-anchor';

/**
 * Estimates the present price of anchoring a report: the node simulates a call of the same size. Hash and words of that
 * call are random, so that the node gets no data of the report. Writes nothing.
 * @throws AppError not-found; wrong-state when it is not to be anchored; wallet-missing; chain-unavailable,
 * chain-refused
 */
export async function quoteAnchoring(
  actor: Actor,
  reportId: string,
  viewerCount: number,
): Promise<OfferedQuote> {
  requirePatient(actor);
  const report = await database().report.findFirst({
    where: { id: reportId, patientId: actor.accountId, state: { notIn: ['DRAFT', 'DISCARDED'] } },
    include: { staged: true, ...WITH_KEYS },
  });
  if (report === null) throw new AppError('not-found');
  if (report.state !== 'APPROVED' && report.state !== 'ANCHORING') {
    throw new AppError('wrong-state');
  }
  const owner = await currentWallet(actor.accountId);
  if (owner === null) throw new AppError('wallet-missing');
  const { sealedMetadata } = sealReportToAnchor(report);
  const call = encodeAddReport(await composeSampleCall(owner, sealedMetadata.length, viewerCount));
  const quote = await quoteFee(await estimateGas(owner, call), call);
  const waits = await expectWaiting(quote);
  return { ...quote, clinic: await readOffer(actor.accountId, quote, 1, waits) };
}
