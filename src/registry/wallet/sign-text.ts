import { hexlify, toUtf8Bytes } from 'ethers';
import { z } from 'zod';
import { askWallet, type Eip1193Provider } from './eip1193';

/** 65 bytes. */
const signature = z.string().regex(/^0x[0-9a-fA-F]{130}$/);

/**
 * Has a text signed by an account (EIP-191, `personal_sign`).
 * @throws WalletError
 */
export async function signText(
  provider: Eip1193Provider,
  account: string,
  text: string,
): Promise<string> {
  const params = [hexlify(toUtf8Bytes(text)), account];
  return askWallet(provider, signature, 'personal_sign', params);
}
