import { z } from 'zod';
import type { MessageKey } from '@/messages/translator';

/** NIST SP 800-63B-4 asks for 15 where a password is the only factor and 8 else; we ask for 12 of good ones. */
export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 128;

/** The length rules alone: light enough for the browser. */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN, { error: 'validation.atLeastCharacters' satisfies MessageKey })
  .max(PASSWORD_MAX, { error: 'validation.atMostCharacters' satisfies MessageKey });
