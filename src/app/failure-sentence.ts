import type { Translate } from '@/messages/translator';
import { ERROR_STATUS, sentenceOfCode, type ErrorCode } from '@/platform/errors';

/**
 * What a person may read about a page that failed. Next.js hides the server's error from the browser except
 * for its digest, which an AppError sets to its code; for others it is the reference in our log.
 */
export function failureSentence(error: unknown, t: Translate): string {
  if (isLostScript(error)) return t('platform.callApi.offline');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  if (isErrorCode(digest)) return sentenceOfCode(digest)(t);
  const sentence = t('errors.internal');
  return digest === '' ? sentence : t('app.failureSentence.withReference', { sentence, digest });
}

/** Whether a script of the page was lost on its way to the browser: only a whole new load asks for it again. */
export function isLostScript(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERROR_STATUS, text);
}
