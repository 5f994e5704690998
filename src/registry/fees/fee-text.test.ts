import { describe, expect, it } from 'vitest';
import { ethText, gweiText, usdText } from './fee-text';
import { t } from '../../../test/support/messages/english';

describe('what a fee is called', () => {
  it.each([
    ['0.000184234234', '0.000184 ETH'],
    ['0.0000000123456', '0.0000000123 ETH'],
    ['1.23456', '1.23 ETH'],
    ['0.0', '0 ETH'],
  ])('writes %s ether as %s', (eth, text) => {
    expect(ethText(eth, t)).toBe(text);
  });

  it.each([
    ['9432000000', '9.43 gwei'],
    ['7', '0.000000007 gwei'],
    ['123456000000', '123 gwei'],
  ])('writes %s wei as %s', (wei, text) => {
    expect(gweiText(wei, t)).toBe(text);
  });

  it.each([
    [2.345, '$2.35'],
    [1234.5, '$1,234.50'],
    [0.41, '$0.41'],
    [0.0123, '$0.0123'],
    [0.00001, 'less than $0.0001'],
    [0, '$0.00'],
  ])('writes %d dollars as %s', (usd, text) => {
    expect(usdText(usd, t)).toBe(text);
  });
});
