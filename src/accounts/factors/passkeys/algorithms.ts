/** EdDSA, ES256 and RS256 (COSE): every authenticator knows one of them (WebAuthn Level 3, 5.4). */
export const ALGORITHMS = [-8, -7, -257];
