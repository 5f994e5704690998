import { expect, it } from 'vitest';
import { translatorOf } from '@/messages/translator';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { readyAnswer } from '../../../test/support/made-forecast';
import { priceText } from './price-line';

const t = translatorOf();
const MADE = new Date('2026-11-18T09:20:00Z');
/** Of 100,000 gas at 8 gwei and 2,500 dollars for an ether: $2. */
const QUOTE: FeeQuote = {
  gas: 100_000,
  gasLimit: 125_000,
  baseFeeWei: '7000000000',
  priorityFeeWei: '1000000000',
  costWei: '800000000000000',
  costEth: '0.0008',
  costUsd: 2,
  ethUsd: 2_500,
  priceProblem: null,
  block: 1,
  asOf: MADE.toISOString(),
};
const answer = (current: number) => readyAnswer({ madeAt: MADE, current });

it('one line has the price today and the cheapest hours, of one source', () => {
  expect(priceText(answer(8), QUOTE, 'UTC', t)).toBe(
    'About $2 to seal a report today. Cheapest Saturday morning, about $1.10.',
  );
  expect(
    priceText(answer(8), { ...QUOTE, ethUsd: null, costUsd: null }, 'America/New_York', t),
  ).toBe('About 0.0008 ETH to seal a report today. Cheapest Friday night, about 0.00045 ETH.');
});

it('nothing is advised that costs more, or that rounding hides', () => {
  const noNeed = 'About $2 to seal a report today. No need to wait.';
  expect(priceText(answer(30), QUOTE, 'UTC', t)).toBe(noNeed);
  const cheap = { ...QUOTE, ethUsd: 0.02 };
  expect(priceText(answer(8), cheap, 'UTC', t)).toBe(
    'Less than a cent to seal a report today. No need to wait.',
  );
});

it('without a forecast of this very chain there is the price alone', () => {
  const foreign = readyAnswer({}, { chain: { id: 1, name: 'Ethereum', isOwn: false } });
  expect(priceText(foreign, QUOTE, 'UTC', t)).toBe('About $2 to seal a report today.');
  const { chain } = answer(8);
  const none = { status: 'none', chain, reason: 'not-made-yet', dataUntil: null } as const;
  expect(priceText(none, QUOTE, 'UTC', t)).toBe('About $2 to seal a report today.');
  expect(priceText(answer(8), null, 'UTC', t)).toContain('not known');
});
