import { ERRORS, type ErrorCode } from '@/platform/errors';

/**
 * What a person may read about a page that failed. Next.js hides the server's error from the browser except
 * for its digest, which an AppError sets to its code; for others it is the reference in our log.
 */
export function failureSentence(error: unknown): string {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  if (isErrorCode(digest)) return ERRORS[digest][1];
  const reference = digest === '' ? '' : ` Reference: ${digest}.`;
  return `${ERRORS.internal[1]}${reference}`;
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}
