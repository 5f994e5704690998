import { describe, expect, it } from 'vitest';
import { mendAddress } from './mend-address';

describe('an address that a mail program changed', () => {
  it.each([
    ['/guest%23abc', '/guest#abc'],
    ['/guest%2523abc', '/guest#abc'],
    ['/guest%252523abc', '/guest#abc'],
    ['/guest/%23abc', '/guest#abc'],
    ['/guest%20%23abc', '/guest#abc'],
    ['/Guest%23abc', '/guest#abc'],
    ['//guest%23abc', '/guest#abc'],
    ['/confirm-email%23abc', '/confirm-email#abc'],
    ['/reset-password%23abc%3E', '/reset-password#abc%3E'],
    ['/verify%23code=1A4Y3JWDLHPRY31M', '/verify#code=1A4Y3JWDLHPRY31M'],
    ['/guest%23', '/guest#'],
    ['/guest%23%0D%0ASet-Cookie:x', '/guest#%0D%0ASet-Cookie:x'],
  ])('leads from %s to %s', (path, mended) => {
    expect(mendAddress(path, '')).toBe(mended);
  });

  it('keeps what was added behind the secret for the page to read', () => {
    expect(mendAddress('/guest%23abc', '?utm_source=x')).toBe('/guest#abc?utm_source=x');
    expect(mendAddress('/guest', '?utm_source=x%23abc')).toBe('/guest#abc');
  });

  it.each([
    ['/login.', '/login'],
    ['/patient/reports/0b0e7a52%3E', '/patient/reports/0b0e7a52'],
    ['/patient/reports/0b0e7a52).', '/patient/reports/0b0e7a52'],
    ['/guest%E2%80%9D', '/guest'],
    ['/guest&', '/guest'],
    ['/%20', '/'],
    ['/.', '/'],
    ['//evil.example.', '/evil.example'],
  ])('loses what stood behind it: %s', (path, mended) => {
    expect(mendAddress(path, '')).toBe(mended);
    expect(mendAddress(mended, '')).toBeNull();
  });

  it('is left alone when it is longer than any of ours, and at once', () => {
    // Each of these took seconds.
    for (const path of [`/${'.'.repeat(60_000)}x`, `/guest${'%25'.repeat(30_000)}`]) {
      expect(mendAddress(path, '')).toBeNull();
    }
    expect(mendAddress('/login.', `?x=${'a'.repeat(2_000)}`)).toBeNull();
  });

  it.each([
    '/',
    '/guest',
    '/patient/reports/0b0e7a52',
    '/guests%23abc',
    '/login%23abc',
    '/a%2Fb',
    '/a%21b',
  ])('is left alone when it is whole: %s', (path) => {
    expect(mendAddress(path, '?name=a.')).toBeNull();
  });
});
