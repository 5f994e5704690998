import { describe, expect, it } from 'vitest';
import { packPermission, unpackPermission } from './pack-permission';

const tag = Uint8Array.from({ length: 27 }, (_, index) => index + 1);
const TAG_HEX = '0102030405060708090a0b0c0d0e0f101112131415161718191a1b';

describe('a permission word', () => {
  it('is the tag in the upper 216 bits and the expiry in the lower 40', () => {
    const word = packPermission(tag, new Date('2030-01-01T00:00:00.999Z'));
    expect(word).toBe(`0x${TAG_HEX}0070dbd880`);
    expect(BigInt(word) >> 40n).toBe(BigInt(`0x${TAG_HEX}`));
    expect(Number(BigInt(word) & (2n ** 40n - 1n))).toBe(Date.UTC(2030, 0, 1) / 1_000);
  });

  it('writes no expiry as the highest number', () => {
    expect(packPermission(tag, null)).toBe(`0x${TAG_HEX}ffffffffff`);
    expect(unpackPermission(`0x${TAG_HEX}ffffffffff`).expiresAt).toBeNull();
  });

  it('comes apart again, to the second', () => {
    const expiresAt = new Date('2027-05-06T07:08:09.500Z');
    expect(unpackPermission(packPermission(tag, expiresAt))).toEqual({
      tag,
      expiresAt: new Date('2027-05-06T07:08:09Z'),
    });
  });

  it.each([
    ['a short tag', tag.slice(1), null],
    ['a long tag', new Uint8Array(28), null],
    ['a time before 1970', tag, new Date(-1)],
    ['the very start of 1970, which the contract takes as over', tag, new Date(0)],
    ['a time beyond 40 bits', tag, new Date(2 ** 40 * 1_000)],
    ['the time that means never', tag, new Date((2 ** 40 - 1) * 1_000)],
    ['no time at all', tag, new Date(Number.NaN)],
  ])('refuses %s', (_, given, expiresAt) => {
    expect(() => packPermission(given, expiresAt)).toThrow(RangeError);
  });

  it('refuses a word of another length', () => {
    expect(() => unpackPermission('0x00')).toThrow(RangeError);
  });
});
