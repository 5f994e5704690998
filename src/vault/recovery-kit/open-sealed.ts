const NONCE_BYTES = 12;

/**
 * Opens what `sealBytes` (src/vault/seal.ts) sealed with a key derived from a data key, where there is no Node.js: in a
 * patient's browser.
 * @param purpose one of those of `deriveKey` (src/vault/derive-key.ts)
 * @param associatedData the content hash of the report
 * @returns null when key or content hash are not the ones it was sealed with, or a bit has changed
 */
export async function openSealed(
  dataKey: Uint8Array<ArrayBuffer>,
  purpose: 'document' | 'metadata',
  sealed: Uint8Array<ArrayBuffer>,
  associatedData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const secret = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: new TextEncoder().encode(`medanchor/v1/${purpose}`),
    },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const iv = sealed.subarray(0, NONCE_BYTES);
  try {
    const parameters = { name: 'AES-GCM', iv, additionalData: associatedData };
    const opened = await crypto.subtle.decrypt(parameters, key, sealed.subarray(NONCE_BYTES));
    return new Uint8Array(opened);
  } catch {
    return null;
  }
}
