import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newDataKey, unwrapDataKey, wrapDataKey } from './data-key';

const first = { id: '2026-01', key: randomBytes(32) };
const second = { id: '2026-02', key: randomBytes(32) };

describe('data keys', () => {
  it('are 32 bytes and never the same', () => {
    expect(newDataKey()).toHaveLength(32);
    expect(newDataKey()).not.toEqual(newDataKey());
  });

  it('are wrapped by the first key of the ring and fit their column', () => {
    const dataKey = newDataKey();
    const { keyId, wrappedKey } = wrapDataKey(dataKey, [first, second]);
    expect(keyId).toBe('2026-01');
    expect(wrappedKey.length).toBeLessThanOrEqual(128);
    expect(unwrapDataKey(keyId, wrappedKey, [first, second])).toEqual(dataKey);
  });

  it('are unwrapped by an older key after the ring was rotated', () => {
    const dataKey = newDataKey();
    const { keyId, wrappedKey } = wrapDataKey(dataKey, [first]);
    expect(unwrapDataKey(keyId, wrappedKey, [second, first])).toEqual(dataKey);
  });

  it('are not unwrapped by a ring without their key', () => {
    const { keyId, wrappedKey } = wrapDataKey(newDataKey(), [first]);
    expect(() => unwrapDataKey(keyId, wrappedKey, [second])).toThrow('no key named 2026-01');
  });

  it('are not unwrapped under another id, even when that id has the same key', () => {
    const { wrappedKey } = wrapDataKey(newDataKey(), [first]);
    const renamed = { ...first, id: 'other' };
    expect(() => unwrapDataKey('other', wrappedKey, [renamed])).toThrow();
  });

  it('are not unwrapped when a byte was changed', () => {
    const { keyId, wrappedKey } = wrapDataKey(newDataKey(), [first]);
    const tampered = wrappedKey.map((byte, at) => (at === 20 ? byte ^ 0x80 : byte));
    expect(() => unwrapDataKey(keyId, tampered, [first])).toThrow();
  });
});
