import { normaliseEmail } from '@/accounts/email/normalise-email';
import type { Actor } from '@/accounts/sessions/actor';
import { AppError } from '@/platform/errors';
import type { Viewer } from './viewers';

/**
 * Rejects the patient's own address in the list, because they read their reports in the portal.
 * @throws AppError invalid-input, beside the field
 */
export function rejectOwnEmail(actor: Actor, viewers: readonly Viewer[]): void {
  const own = normaliseEmail(actor.email);
  const index = viewers.findIndex(({ email }) => email === own);
  if (index === -1) return;
  throw new AppError('invalid-input', {
    detail: (t) => t('sharing.rejectOwnEmail.explanation'),
    fields: { [`viewers.${index}.email`]: (t) => t('sharing.rejectOwnEmail.ownAddress') },
  });
}
