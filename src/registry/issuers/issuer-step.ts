import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { walletAddress } from '@/accounts/wallets/begin-wallet-binding';
import { AppError } from '@/platform/errors';
import type { PlannedCall } from '@/registry/calls/chain-call';
import {
  encodeAppointIssuer,
  encodeDismissIssuer,
  encodeMarkCompromised,
} from '@/registry/calls/encode-calls';

const about = {
  issuer: walletAddress,
  /** The wallet that is to send it; the contract decides whether it may. */
  account: walletAddress,
};

/** What an administrator can do about an issuer, with their own wallet. */
export const issuerStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('appoint'), ...about }),
  z.object({ step: z.literal('dismiss'), ...about }),
  z.object({
    step: z.literal('compromise'),
    ...about,
    /** The first block whose reports are not to be trusted. */
    fromBlock: z
      .number()
      .int()
      .min(0)
      .max(2 ** 40 - 1),
  }),
]);

/**
 * The call with which an administrator's wallet appoints, dismisses or marks an issuer. Sends nothing, and
 * the server holds no key that could.
 * @throws AppError forbidden
 */
export function planIssuerStep(actor: Actor, input: z.infer<typeof issuerStep>): PlannedCall {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const { account: sender, issuer } = input;
  switch (input.step) {
    case 'appoint':
      return { sender, call: encodeAppointIssuer(issuer) };
    case 'dismiss':
      return { sender, call: encodeDismissIssuer(issuer) };
    case 'compromise':
      return { sender, call: encodeMarkCompromised(issuer, input.fromBlock) };
  }
}
