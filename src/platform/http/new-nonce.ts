/** A nonce for the Content-Security-Policy of one answer: 128 random bits (a UUID has 122), as base64url. */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
}
