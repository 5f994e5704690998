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
    detail: (t) => t('sharing.refuseOwner.explanation'),
    fields: { [`viewers.${index}.email`]: (t) => t('sharing.refuseOwner.ownAddress') },
  });
}
