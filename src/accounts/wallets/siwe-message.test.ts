import { describe, expect, test } from 'vitest';
import { siweMessage } from './siwe-message';

describe('siweMessage', () => {
  test('follows the ABNF of EIP-4361 to the letter', () => {
    const message = siweMessage({
      domain: 'example.com:3388',
      address: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2',
      statement: 'I accept the ExampleOrg Terms of Service: https://example.com/tos',
      uri: 'https://example.com/login',
      chainId: 1,
      nonce: '32891756',
      issuedAt: new Date('2021-09-30T16:25:24Z'),
      expiresAt: new Date('2021-09-30T16:30:24Z'),
    });
    expect(message).toBe(
      `example.com:3388 wants you to sign in with your Ethereum account:
0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

I accept the ExampleOrg Terms of Service: https://example.com/tos

URI: https://example.com/login
Version: 1
Chain ID: 1
Nonce: 32891756
Issued At: 2021-09-30T16:25:24.000Z
Expiration Time: 2021-09-30T16:30:24.000Z`,
    );
  });
});
