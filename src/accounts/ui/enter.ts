import { signIn } from 'next-auth/react';
import { ERRORS, type ErrorCode } from '@/platform/errors';

/**
 * Logs in through next-auth.
 * @returns null, or the sentence that tells why not
 */
export async function enter(email: string, password: string): Promise<string | null> {
  try {
    // Without an address of our own next-auth keeps this page's, which may carry a token.
    const answer = await signIn('credentials', {
      email,
      password,
      redirect: false,
      callbackUrl: '/',
    });
    if (answer?.ok === true) return null;
    const code = answer?.error ?? 'internal';
    return ERRORS[isErrorCode(code) ? code : 'internal'][1];
  } catch {
    return 'MedAnchor cannot be reached. Check your connection and try again.';
  }
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}
