import { expect, it } from 'vitest';
import { quoteFee } from '@/registry/fees/quote-fee';

delete process.env['PRICE_FEED_ADDRESS'];

it('names no dollars on a chain for which no price feed is configured', async () => {
  const quote = await quoteFee(90_000n);
  expect(quote).toMatchObject({ costUsd: null, ethUsd: null, priceProblem: 'no-feed' });
  expect(Number(quote.costWei)).toBeGreaterThan(0);
});
