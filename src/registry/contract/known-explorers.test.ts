import { expect, test } from 'vitest';
import { transactionUrl } from './chain-profile';
import { explorerOf } from './known-explorers';

test.each([
  ['the configured one', 31_337, 'https://explorer.example', 'https://explorer.example'],
  ['without its last slash', 31_337, 'https://explorer.example/x//', 'https://explorer.example/x'],
  ['a public chain’s own', 11_155_111, undefined, 'https://sepolia.etherscan.io'],
  ['the configured one of a public chain', 1, 'https://mine.example', 'https://mine.example'],
  ['none of a chain of one’s own', 31_337, undefined, null],
])('is %s', (_, chainId, configured, expected) => {
  expect(explorerOf(chainId, configured)).toBe(expected);
});

test('leads to a transaction', () => {
  const chain = {
    chainId: 1,
    name: 'Ethereum',
    registryAddress: '0x',
    publicRpcUrl: null,
    explorerUrl: explorerOf(1, undefined),
  };
  expect(transactionUrl(chain, '0xab')).toBe('https://etherscan.io/tx/0xab');
  expect(transactionUrl({ ...chain, explorerUrl: null }, '0xab')).toBeNull();
});
