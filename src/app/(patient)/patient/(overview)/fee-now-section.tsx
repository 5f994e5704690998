import { isAppError } from '@/platform/errors';
import { quoteFee, TYPICAL_ANCHORING_GAS } from '@/registry/quote-fee';
import { readChainProfile } from '@/registry/read-chain-profile';
import { FeeNow } from '@/registry/ui/fee-now';

/** The price of anchoring now; the rest of the page does not wait for the chain. */
export async function FeeNowSection() {
  const quote = await quoteFee(TYPICAL_ANCHORING_GAS).catch((error: unknown) => {
    if (isAppError(error, 'chain-unavailable')) return null;
    throw error;
  });
  return <FeeNow quote={quote} network={readChainProfile().name} />;
}
