import type { z } from 'zod';
import { isMessageKey, sentenceOf, type Sentence } from '@/messages/translator';

/**
 * What is wrong with each field of a form. A schema names sentences of the catalogue by their keys, with the rule's
 * own values as arguments (`minimum`, `maximum`, or what `params` gives); a rule without one gets a general sentence.
 * @returns dotted path of a field → the first thing that is wrong with it
 */
export function fieldErrors(error: z.ZodError): Record<string, Sentence> {
  const fields: Record<string, Sentence> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= sentenceOfIssue(issue);
  return fields;
}

function sentenceOfIssue(issue: z.core.$ZodIssue): Sentence {
  const { message } = issue;
  const general = generalSentence(issue);
  const params = issue.code === 'custom' ? issue.params : {};
  return (t) =>
    isMessageKey(t, message) ? sentenceOf(t, message, { ...issue, ...params }) : general(t);
}

/** The sentence of a rule that names none. */
function generalSentence(issue: z.core.$ZodIssue): Sentence {
  if (issue.code === 'invalid_type') return (t) => t('validation.required');
  if (issue.code === 'too_small') {
    const minimum = Number(issue.minimum);
    if (issue.origin === 'string') return (t) => t('validation.atLeastCharacters', { minimum });
    if (issue.origin === 'array') return (t) => t('validation.tooFew', { minimum });
    return (t) => t('validation.tooSmall', { minimum });
  }
  if (issue.code === 'too_big') {
    const maximum = Number(issue.maximum);
    if (issue.origin === 'string') return (t) => t('validation.atMostCharacters', { maximum });
    if (issue.origin === 'array') return (t) => t('validation.tooMany', { maximum });
    return (t) => t('validation.tooLarge', { maximum });
  }
  return (t) => t('validation.invalid');
}
