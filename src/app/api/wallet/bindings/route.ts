import { z } from 'zod';
import { confirmWalletBinding, walletAnswer } from '@/accounts/wallets/confirm-wallet-binding';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Binds the wallet that signed the message to the account.',
  who: 'patient',
  body: walletAnswer,
  answer: z.object({ address: z.string() }),
  run: ({ actor, body }) => confirmWalletBinding(actor, body),
});
