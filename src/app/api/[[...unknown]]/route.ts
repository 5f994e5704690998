import { requestLocale } from '@/messages/request-locale';
import { AppError } from '@/platform/errors';
import { problemResponse } from '@/platform/http/problem';

/** What every address under /api answers that is no route, instead of a page for people. */
function answerNotFound(request: Request): Response {
  return problemResponse(
    new AppError('not-found'),
    requestLocale(request.headers.get('accept-language')),
  );
}

export {
  answerNotFound as DELETE,
  answerNotFound as GET,
  answerNotFound as HEAD,
  answerNotFound as OPTIONS,
  answerNotFound as PATCH,
  answerNotFound as POST,
  answerNotFound as PUT,
};
