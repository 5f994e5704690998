import { z } from 'zod';
import { resemblesAddress } from '@/accounts/people/resembles-address';
import type { MessageKey } from '@/messages/translator';

const base64url = z.base64url().max(16_384);
const transport = z.string().regex(/^[a-z-]{1,20}$/);
/** We ask for none. */
const extensions = z.unknown().transform(() => ({}));

/** By which people tell their passkeys apart. It stands in a mail, where it must not turn the writing or forge a line. */
export const passkeyName = z
  .string()
  .trim()
  .min(1, { error: 'accounts.factors.nameMissing' satisfies MessageKey })
  .max(60, { error: 'accounts.factors.nameTooLong' satisfies MessageKey })
  .refine(
    (name) => !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>]/u.test(name) && !resemblesAddress(name),
    {
      error: 'accounts.registration.nameCharacter' satisfies MessageKey,
    },
  );

/** What an authenticator answers when it makes a passkey (WebAuthn Level 3, RegistrationResponseJSON). */
export const registrationAnswer = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(transport).max(6).exactOptional(),
  }),
});

/** What an authenticator answers when it proves a passkey (WebAuthn Level 3, AuthenticationResponseJSON). */
export const authenticationAnswer = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.exactOptional(),
  }),
});

export type RegistrationAnswer = z.infer<typeof registrationAnswer>;
export type AuthenticationAnswer = z.infer<typeof authenticationAnswer>;

/** How a passkey is reached, as the database keeps it. */
export function writeTransports(transports: readonly string[] = []): string {
  return transports.join(',');
}

/** The same as browsers read it. */
export function readTransports(column: string): string[] {
  return column === '' ? [] : column.split(',');
}
