import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { readTypicalQuote } from '@/registry/fees/read-typical-quote';
import { FeeNow } from '@/registry/ui/fees/fee-now';

/** The price of anchoring now; the rest of the page does not wait for the chain. */
export async function FeeNowSection() {
  return <FeeNow quote={await readTypicalQuote()} network={readChainProfile().name} />;
}
