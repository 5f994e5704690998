import { expect, it } from 'vitest';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { readyAnswer } from '../../../test/support/forecast/made-forecast';
import { priceText } from './price-line';
import { t } from '../../../test/support/messages/english';

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

/** The parts of the line. */
const today = (cost: string) => t('forecast.priceLine.today', { size: 'usual', cost });
const cheapest = (when: string, cost: string) =>
  t('forecast.priceLine.cheapest', { isWholeDay: 'no', when, size: 'usual', cost });
const TODAY = today('$2');

const answer = (current: number) => readyAnswer({ madeAt: MADE, current });

it('one line has the price today and the cheapest hours, of one source', () => {
  expect(priceText(answer(8), QUOTE, 'UTC', t)).toBe(
    `${TODAY} ${cheapest('Saturday morning', '$1.10')}`,
  );
  expect(
    priceText(answer(8), { ...QUOTE, ethUsd: null, costUsd: null }, 'America/New_York', t),
  ).toBe(`${today('0.0008 ETH')} ${cheapest('Friday night', '0.00045 ETH')}`);
});

it('nothing is advised that costs more, or that rounding hides', () => {
  const noNeed = `${TODAY} ${t('forecast.priceLine.noNeedToWait')}`;
  expect(priceText(answer(30), QUOTE, 'UTC', t)).toBe(noNeed);
  const cheap = { ...QUOTE, ethUsd: 0.02 };
  expect(priceText(answer(8), cheap, 'UTC', t)).toBe(
    `${t('forecast.priceLine.today', { size: 'tiny', cost: '' })} ${t('forecast.priceLine.noNeedToWait')}`,
  );
});

it('without a forecast of this very chain there is the price alone', () => {
  const foreign = readyAnswer({}, { chain: { id: 1, name: 'Ethereum', isOwn: false } });
  expect(priceText(foreign, QUOTE, 'UTC', t)).toBe(TODAY);
  const { chain } = answer(8);
  const none = { status: 'none', chain, reason: 'not-made-yet', dataUntil: null } as const;
  expect(priceText(none, QUOTE, 'UTC', t)).toBe(TODAY);
  expect(priceText(answer(8), null, 'UTC', t)).toBe(t('forecast.priceLine.unknown'));
});
