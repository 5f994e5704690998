import type { z } from 'zod';
import type { Translate } from '@/messages/translator';
import { fieldErrors } from '@/platform/http/field-errors';

/**
 * Checks a form's values by the very schema that the server uses.
 * @returns what Mantine's `validate` returns: dotted path of a field → the sentence beside it
 */
export function validateWith(schema: z.ZodType, t: Translate) {
  return (values: unknown): Record<string, string> => {
    const { error } = schema.safeParse(values);
    if (error === undefined) return {};
    return Object.fromEntries(
      Object.entries(fieldErrors(error)).map(([field, sentence]) => [field, sentence(t)]),
    );
  };
}
