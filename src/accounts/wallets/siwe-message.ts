/** The fields of an EIP-4361 message that we use; version is always 1. */
export interface SiweFields {
  /** RFC 3986 authority of the page that asks: wallets warn when it is not the page's own. */
  domain: string;
  /** EIP-55 checksummed. */
  address: string;
  /** One line of printable ASCII. */
  statement: string;
  uri: string;
  chainId: number;
  /** At least 8 letters and digits. */
  nonce: string;
  issuedAt: Date;
  expiresAt: Date;
}

/** The exact text to sign, by the ABNF of EIP-4361 (https://eips.ethereum.org/EIPS/eip-4361). */
export function siweMessage(fields: SiweFields): string {
  return [
    `${fields.domain} wants you to sign in with your Ethereum account:`,
    fields.address,
    '',
    fields.statement,
    '',
    `URI: ${fields.uri}`,
    'Version: 1',
    `Chain ID: ${fields.chainId}`,
    `Nonce: ${fields.nonce}`,
    `Issued At: ${fields.issuedAt.toISOString()}`,
    `Expiration Time: ${fields.expiresAt.toISOString()}`,
  ].join('\n');
}
