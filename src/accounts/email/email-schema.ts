import { z } from 'zod';
import { isMailbox } from './is-mailbox';
import { normaliseEmail } from './normalise-email';
import type { MessageKey } from '@/messages/translator';

/** Longer texts are refused before anything is parsed. */
const MAX_TYPED = 400;

/** An e-mail address, of an account or of a viewer, in the form in which we keep it. */
export const emailSchema = z
  .string()
  .max(MAX_TYPED, { error: 'accounts.emailSchema.tooLong' satisfies MessageKey })
  .transform(normaliseEmail)
  .refine(isMailbox, { error: 'accounts.emailSchema.invalid' satisfies MessageKey });
