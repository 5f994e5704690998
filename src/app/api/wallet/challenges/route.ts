import { z } from 'zod';
import { beginWalletBinding, walletAddress } from '@/accounts/wallets/begin-wallet-binding';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Makes the EIP-4361 message that a wallet signs to be bound to the account.',
  who: 'patient',
  body: z.object({ address: walletAddress }),
  answer: z.object({ nonce: z.string(), message: z.string() }),
  run: ({ actor, body, locale }) => beginWalletBinding(actor, body.address, locale),
});
