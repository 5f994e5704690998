import { z } from 'zod';
import type { MessageKey } from '@/messages/translator';
import { authenticationAnswer } from './passkeys/passkey-schema';

/** A code as it was typed. */
export const typedFactorCode = z
  .string()
  .trim()
  .min(1, { error: 'accounts.factors.codeMissing' satisfies MessageKey })
  .max(40);

/** What a person proves a second factor with. */
export const factorProof = z.discriminatedUnion('by', [
  z.object({ by: z.literal('totp'), code: typedFactorCode }),
  z.object({ by: z.literal('backup-code'), code: typedFactorCode }),
  z.object({ by: z.literal('passkey'), answer: authenticationAnswer }),
]);

export type FactorProof = z.infer<typeof factorProof>;

/** The same as a browser sends it. */
export type SentFactorProof = z.input<typeof factorProof>;

interface PasswordProof {
  by: 'password';
  password: string;
}

/** What a person proves once more who they are with: the password only where there is no second factor. */
export type Proof = FactorProof | PasswordProof;

/** The same as a browser sends it. */
export type SentProof = SentFactorProof | PasswordProof;
