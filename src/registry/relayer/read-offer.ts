import { formatEther } from 'ethers';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { withMargin } from '@/registry/fees/quote-fee';
import type { ClinicOffer } from './clinic-offer';
import { findHindrance } from './find-hindrance';
import { isRelaying } from './is-relaying';
import { relayerWallet } from './relayer-wallet';

/**
 * What a call for an owner costs more than the owner's own: 7,100 to 7,500 gas, and 2,450 for each further report of
 * a batch (test/contracts/claims/gas-snapshot.json).
 */
const MORE_GAS = 7_500n;
const MORE_GAS_EACH = 2_500n;

/**
 * Whether the clinic would pay for a step that is quoted for the patient's own wallet.
 * @param reportCount reports of one transaction
 * @returns null where no clinic pays
 * @throws AppError chain-unavailable
 */
export async function readOffer(
  patientId: string,
  quote: FeeQuote,
  reportCount = 1,
): Promise<ClinicOffer | null> {
  const wallet = relayerWallet();
  if (wallet === null || !(await isRelaying())) return null;
  const gas = BigInt(quote.gas) + MORE_GAS + MORE_GAS_EACH * BigInt(reportCount - 1);
  const l1Fee = BigInt(quote.l1FeeWei ?? 0);
  const [base, tip] = [BigInt(quote.baseFeeWei), BigInt(quote.priorityFeeWei)];
  const costEth = formatEther(gas * (base + tip) + l1Fee);
  // As priceRelayedCall reckons: room for a base fee that doubles.
  const mostWei = withMargin(gas) * (2n * base + tip) + l1Fee;
  return {
    costEth,
    costUsd: quote.ethUsd === null ? null : Number(costEth) * quote.ethUsd,
    hindrance: await findHindrance({
      relayer: wallet.address,
      patientId,
      mostWei,
      reportCount,
      isQueued: false,
    }),
  };
}
