import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveKey } from './derive-key';

const dataKey = new Uint8Array(32).fill(7);

function hmac(key: Uint8Array, ...parts: Uint8Array[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest();
}

describe('derived keys', () => {
  it('are HKDF-SHA256 as RFC 5869 writes it: extract, then expand', () => {
    const extracted = hmac(new Uint8Array(32), dataKey);
    const expanded = hmac(extracted, Buffer.from('medanchor/v1/document'), Uint8Array.of(1));
    expect(Buffer.from(deriveKey(dataKey, 'document'))).toEqual(expanded);
  });

  it('differ for each purpose and each data key', () => {
    const purposes = ['document', 'metadata', 'viewer-commitment', 'viewer-email'] as const;
    const keys = purposes.map((purpose) =>
      Buffer.from(deriveKey(dataKey, purpose)).toString('hex'),
    );
    const other = deriveKey(new Uint8Array(32).fill(8), 'document');
    expect(new Set([...keys, Buffer.from(other).toString('hex')]).size).toBe(5);
  });
});
