import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address';

const SOCKET = '10.0.0.9';

describe('clientAddress', () => {
  it.each([
    ['without a proxy, whatever the caller wrote', '203.0.113.1', 0, SOCKET],
    ['behind one proxy, which wrote the last entry', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
    [
      'behind two, of which the outer one wrote the last but one',
      '1.1.1.1, 203.0.113.7, 10.0.0.2',
      2,
      '203.0.113.7',
    ],
    ['that reached the inner of two proxies directly', '203.0.113.7', 2, '203.0.113.7'],
    ['behind a proxy that wrote nothing', undefined, 1, SOCKET],
    ['with empty entries', ' , 203.0.113.7 ,', 1, '203.0.113.7'],
  ])('names the sender of a request %s', (_, header, trustedProxies, address) => {
    expect(clientAddress(header, SOCKET, trustedProxies)).toBe(address);
  });
});
