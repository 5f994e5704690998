import { expect, it } from 'vitest';
import { presentPrice } from './present-price';

const QUOTE = {
  gas: 100_000,
  gasLimit: 125_000,
  baseFeeWei: '9000000000',
  priorityFeeWei: '1000000000',
  costWei: '1000000000000000',
  costEth: '0.001',
  costUsd: 2.5,
  ethUsd: 2_500,
  priceProblem: null,
  block: 1,
  asOf: '2026-11-18T09:20:00.000Z',
};
const OWN = { id: 31_337, name: 'Test chain', isOwn: true };

it('the price now is the quoted one', () => {
  expect(presentPrice(OWN, QUOTE)).toBe(10);
});

it('it is not known without a quote, nor where the forecast is of another chain', () => {
  expect(presentPrice(OWN, null)).toBeNull();
  expect(presentPrice({ ...OWN, isOwn: false }, QUOTE)).toBeNull();
  expect(presentPrice(OWN, { ...QUOTE, baseFeeWei: '0', priorityFeeWei: '0' })).toBeNull();
});
