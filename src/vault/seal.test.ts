import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openBytes, sealBytes } from './seal';

const key = randomBytes(32);
const plaintext = Buffer.from('Ἀσθενής: Αλί Αχμέτ');
const hash = randomBytes(32);

describe('sealed bytes', () => {
  it('open with the key and the associated data they were sealed with', () => {
    const sealed = sealBytes(key, plaintext, hash);
    expect(sealed).toHaveLength(12 + plaintext.length + 16);
    expect(Buffer.from(openBytes(key, sealed, hash))).toEqual(plaintext);
  });

  it('never look the same twice', () => {
    expect(sealBytes(key, plaintext, hash)).not.toEqual(sealBytes(key, plaintext, hash));
  });

  it('may be empty', () => {
    expect(openBytes(key, sealBytes(key, new Uint8Array(), hash), hash)).toHaveLength(0);
  });

  it('do not open when any single byte was changed', () => {
    const sealed = sealBytes(key, plaintext, hash);
    for (let at = 0; at < sealed.length; at += 1) {
      const tampered = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => openBytes(key, tampered, hash), `byte ${at}`).toThrow();
    }
  });

  it('do not open when cut short', () => {
    const sealed = sealBytes(key, plaintext, hash);
    expect(() => openBytes(key, sealed.subarray(0, -1), hash)).toThrow();
    expect(() => openBytes(key, sealed.subarray(0, 20), hash)).toThrow('Too short');
  });

  it('do not open for another document', () => {
    const sealed = sealBytes(key, plaintext, hash);
    expect(() => openBytes(key, sealed, randomBytes(32))).toThrow();
  });

  it('do not open with another key', () => {
    const sealed = sealBytes(key, plaintext, hash);
    expect(() => openBytes(randomBytes(32), sealed, hash)).toThrow();
  });
});
