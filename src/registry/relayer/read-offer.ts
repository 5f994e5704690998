import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { clinicQuote } from './clinic-quote';
import type { ClinicOffer } from './clinic-offer';
import { findHindrance } from './find-hindrance';
import { isRelaying } from './is-relaying';
import { pricePlan } from './price-plan';
import { relayerWallet } from './relayer-wallet';
import type { SendingPlan } from './sending-plan';

/** What is expected of waiting for so many days at most. */
export interface DaysOfWaiting {
  days: number;
  expected: SendingPlan;
}

/**
 * Whether the clinic would pay for a step that is quoted for the patient's own wallet.
 * @param reportCount reports of one transaction
 * @param waits what waiting for a low price will likely come to, where a step may wait
 * @returns null where no clinic pays
 * @throws AppError chain-unavailable
 */
export async function readOffer(
  patientId: string,
  quote: FeeQuote,
  reportCount = 1,
  waits: readonly DaysOfWaiting[] = [],
): Promise<ClinicOffer | null> {
  const wallet = relayerWallet();
  if (wallet === null || !(await isRelaying())) return null;
  const own = clinicQuote(quote, reportCount);
  const [base, tip] = [BigInt(own.baseFeeWei), BigInt(own.priorityFeeWei)];
  // As priceRelayedCall reckons: room for a base fee that doubles.
  const mostWei = BigInt(own.gasLimit) * (2n * base + tip) + BigInt(own.l1FeeWei ?? 0);
  return {
    costEth: own.costEth,
    costUsd: own.costUsd,
    hindrance: await findHindrance({
      relayer: wallet.address,
      patientId,
      mostWei,
      reportCount,
      isQueued: false,
    }),
    waits: waits.map(({ days, expected }) => ({ days, plan: pricePlan(expected, own) })),
  };
}
