import type { Actor } from '@/accounts/sessions/actor';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { encodeAddReport, encodeAddReports } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import type { BatchQuote } from '@/registry/fees/fee-quote-schema';
import { priceGas, readGasPrice } from '@/registry/fees/quote-fee';
import { requirePatient } from '@/reports/access/lock-received-report';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { composeSampleCall } from './sample-call';
import { sealReportToAnchor } from './report-to-anchor';

/**
 * Estimates the present price of adding several reports in one transaction, and of adding them one by one: the node
 * simulates calls of the same sizes, at the same gas price. Writes nothing.
 * @throws AppError not-found; wrong-state when one of them is not to be anchored; wallet-missing;
 * chain-unavailable, chain-refused
 */
export async function quoteBatch(
  actor: Actor,
  reportIds: readonly string[],
  viewerCount: number,
): Promise<BatchQuote> {
  const lengths = await metadataLengths(actor, reportIds);
  const owner = await currentWallet(actor.accountId);
  if (owner === null) throw new AppError('wallet-missing');
  const calls = await Promise.all(
    lengths.map((size) => composeSampleCall(owner, size, viewerCount)),
  );
  const [together, alone, price] = await Promise.all([
    estimateGas(owner, encodeAddReports(calls)),
    estimateAlone(owner, lengths, viewerCount),
    readGasPrice(),
  ]);
  return { ...priceGas(together, price), oneByOne: priceGas(alone, price) };
}

async function metadataLengths(actor: Actor, reportIds: readonly string[]): Promise<number[]> {
  requirePatient(actor);
  const reports = await database().report.findMany({
    where: {
      id: { in: [...reportIds] },
      patientId: actor.accountId,
      state: { notIn: ['DRAFT', 'DISCARDED'] },
    },
    include: { staged: true, ...WITH_KEYS },
  });
  if (reports.length !== reportIds.length) throw new AppError('not-found');
  return reports.map((report) => {
    if (report.state !== 'APPROVED' && report.state !== 'ANCHORING') {
      throw new AppError('wrong-state');
    }
    return sealReportToAnchor(report).sealedMetadata.length;
  });
}

/** Metadata is padded to a few sizes, and reports of one size cost the same: each size is simulated once. */
async function estimateAlone(
  owner: string,
  lengths: readonly number[],
  viewerCount: number,
): Promise<bigint> {
  const sizes = [...new Set(lengths)];
  const gas = await Promise.all(
    sizes.map(async (size) => {
      const call = await composeSampleCall(owner, size, viewerCount);
      const each = await estimateGas(owner, encodeAddReport(call));
      return each * BigInt(lengths.filter((length) => length === size).length);
    }),
  );
  return gas.reduce((sum, part) => sum + part, 0n);
}
