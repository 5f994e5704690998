import type { Actor } from '@/accounts/sessions/actor';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { encodeAddReport, encodeAddReports, type CallRequest } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { priceGas, readGasPrice } from '@/registry/fees/quote-fee';
import { readL1Fee } from '@/registry/fees/read-l1-fee';
import type { OfferedBatchQuote } from '@/registry/relayer/clinic-offer';
import { readOffer } from '@/registry/relayer/read-offer';
import { requirePatient } from '@/reports/access/lock-received-report';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { expectWaiting } from './expect-waiting';
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
): Promise<OfferedBatchQuote> {
  const lengths = await metadataLengths(actor, reportIds);
  const owner = await currentWallet(actor.accountId);
  if (owner === null) throw new AppError('wallet-missing');
  const calls = await Promise.all(
    lengths.map((size) => composeSampleCall(owner, size, viewerCount)),
  );
  const all = encodeAddReports(calls);
  const [together, alone, price] = await Promise.all([
    estimateTogether(owner, all),
    estimateAlone(owner, lengths, viewerCount),
    readGasPrice(),
  ]);
  const quote = priceGas(together.gas, price, together.l1Fee);
  const waits = await expectWaiting(quote);
  return {
    ...quote,
    oneByOne: priceGas(alone.gas, price, alone.l1Fee),
    clinic: await readOffer(actor.accountId, quote, reportIds.length, waits),
  };
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

/** What a transaction uses: gas, and the fee for its data on a layer-2 chain. */
interface Use {
  gas: bigint;
  /** Wei. */
  l1Fee: bigint;
}

async function estimateTogether(owner: string, call: CallRequest): Promise<Use> {
  const gas = await estimateGas(owner, call);
  return { gas, l1Fee: await readL1Fee(call, gas) };
}

/** Metadata is padded to a few sizes, and reports of one size cost the same: each size is simulated once. */
async function estimateAlone(
  owner: string,
  lengths: readonly number[],
  viewerCount: number,
): Promise<Use> {
  const sizes = [...new Set(lengths)];
  const uses = await Promise.all(
    sizes.map(async (size) => {
      const call = encodeAddReport(await composeSampleCall(owner, size, viewerCount));
      const each = await estimateTogether(owner, call);
      const count = BigInt(lengths.filter((length) => length === size).length);
      return { gas: each.gas * count, l1Fee: each.l1Fee * count };
    }),
  );
  return uses.reduce((sum, { gas, l1Fee }) => ({ gas: sum.gas + gas, l1Fee: sum.l1Fee + l1Fee }), {
    gas: 0n,
    l1Fee: 0n,
  });
}
