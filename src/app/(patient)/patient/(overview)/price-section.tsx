import { readForecast } from '@/forecast/answer/read-forecast';
import { PriceLine } from '@/forecast/ui/price-line';
import { readTypicalQuote } from '@/registry/fees/read-typical-quote';

/** What sealing an approved report costs, in one line; the rest of the page does not wait for the chain. */
export async function PriceSection() {
  const [answer, quote] = await Promise.all([readForecast(), readTypicalQuote()]);
  return <PriceLine answer={answer} quote={quote} detailsHref="/patient/fees" />;
}
