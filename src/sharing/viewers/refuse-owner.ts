import { normaliseEmail } from '@/accounts/registration/normalise-email';
import type { Actor } from '@/accounts/sessions/actor';
import { AppError } from '@/platform/errors';
import type { Viewer } from './viewers';

/**
 * Refuses the patient's own address in the list: they read their reports in their portal.
 * @throws AppError invalid-input, beside the field
 */
export function refuseOwner(actor: Actor, viewers: readonly Viewer[]): void {
  const own = normaliseEmail(actor.email);
  const index = viewers.findIndex(({ email }) => email === own);
  if (index === -1) return;
  throw new AppError('invalid-input', {
    detail: 'You can always read your own report: take your own address off the list.',
    fields: { [`viewers.${index}.email`]: 'This is your own address.' },
  });
}
