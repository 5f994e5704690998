import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isUnreachable } from '@/platform/database/database';
import type { AppLocale } from '@/messages/catalogues';
import { translatorOf, type Translate } from '@/messages/translator';
import { AppError, isAppError, sentenceOfCode, type FieldErrors } from '@/platform/errors';
import { fieldErrors } from '@/platform/http/field-errors';
import { requestRecords } from '@/platform/requests/request-record';
import { log } from '@/platform/logger';

/**
 * Turns anything thrown into an RFC 9457 problem: a closed code, a sentence, a request id.
 * What really happened goes to the log under the same request id and never to the caller.
 * @param locale the caller's language
 */
export function problemResponse(error: unknown, locale: AppLocale): Response {
  const problem = toAppError(error);
  const t = translatorOf(locale);
  const requestId = requestRecords().getStore()?.id ?? randomUUID();
  if (problem.status >= 500) {
    log().error({ requestId, code: problem.code, err: problem.cause ?? problem }, 'request failed');
  }
  return Response.json(
    {
      type: `urn:medanchor:problem:${problem.code}`,
      title: sentenceOfCode(problem.code)(t),
      status: problem.status,
      code: problem.code,
      detail: problem.sentence(t),
      requestId,
      ...(problem.fields === undefined ? {} : { fields: sentences(problem.fields, t) }),
    },
    {
      status: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...(problem.retryAfterSeconds === undefined
          ? {}
          : { 'retry-after': String(problem.retryAfterSeconds) }),
      },
    },
  );
}

function sentences(fields: FieldErrors, t: Translate): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, wrong]) => [field, wrong(t)]));
}

function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof z.ZodError) {
    return new AppError('invalid-input', { fields: fieldErrors(error), cause: error });
  }
  if (isUnreachable(error)) return new AppError('database-unavailable', { cause: error });
  return new AppError('internal', { cause: error });
}
