import { describe, expect, it } from 'vitest';
import { networkOf } from './caller';

const from = (addresses: string) => networkOf(new Headers({ 'x-forwarded-for': addresses }));

describe('networkOf', () => {
  it('counts one line of IPv6 as one, however many addresses it has', () => {
    expect(from('2001:db8:1:2:aaaa::1')).toBe(from('2001:db8:1:2:bbbb::2'));
    expect(from('2001:db8:1:2::1')).not.toBe(from('2001:db8:1:3::1'));
  });

  it('takes a mapped address for the IPv4 address that it is', () => {
    expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('counts all callers without an address together', () => {
    expect(networkOf(new Headers())).toBe(from('nonsense'));
  });
});
