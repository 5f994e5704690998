import { DEFAULT_LOCALE } from '@/messages/catalogues';
import type { HDNodeWallet } from 'ethers';
import { beginWalletBinding } from '@/accounts/wallets/begin-wallet-binding';
import { confirmWalletBinding } from '@/accounts/wallets/confirm-wallet-binding';
import type { Person } from '../../test/support/people/factories';

/** Binds an account of the demo wallet to a demo patient, with the signature that the page asks for. */
export async function bindDemoWallet({ actor }: Person, signer: HDNodeWallet): Promise<void> {
  const { nonce, message } = await beginWalletBinding(actor, signer.address, DEFAULT_LOCALE);
  await confirmWalletBinding(actor, { nonce, signature: await signer.signMessage(message) });
}
