import { describe, expect, it } from 'vitest';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { costScale } from './cost-scale';
import { t } from '../../../test/support/messages/english';

const QUOTE: FeeQuote = {
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

describe('the scale of costs', () => {
  it('is dollars, and ether beside them, of the quoted transaction', () => {
    const scale = costScale(QUOTE, 90_000, t);
    expect(scale.text(scale.value(20))).toBe('$5.00');
    expect(scale.ethText?.(20)).toBe('0.002 ETH');
    // Cents below a dollar, too, but never a rounded zero.
    expect([0.98554, 0.01234].map(scale.text)).toEqual(['$0.99', '$0.0123']);
    expect(scale.axisText(12.5)).toBe('$12.5');
    const rounded = [5, 8, 5.2, 200].map((gwei) => scale.round(gwei).cost);
    expect(rounded).toEqual(['$1.30', '$2', '$1.30', '$50']);
    expect(scale.round(0.01)).toEqual({ size: 'tiny', cost: '' });
    expect(scale.caption).toBe(t('forecast.costScale.captionUsd', { price: '$2,500.00' }));
  });

  it('is ether without a price of ether', () => {
    const scale = costScale({ ...QUOTE, costUsd: null, ethUsd: null }, 90_000, t);
    expect(scale.text(scale.value(20))).toBe('0.002 ETH');
    expect(scale.round(20.01)).toEqual({ size: 'usual', cost: '0.002 ETH' });
    expect(scale.ethText).toBeNull();
  });

  it('is that of a typical transaction in ether when the chain cannot be asked', () => {
    const scale = costScale(null, 90_000, t);
    expect(scale.text(scale.value(20))).toBe('0.0018 ETH');
  });
});
