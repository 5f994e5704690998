import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../logger.ts';
import { startRootSpan } from '../tracing/spans.ts';
import { requestDurations } from '../metrics.ts';
import type { FindRoute } from './find-route.ts';
import { requestRecords, type RequestRecord } from './request-record.ts';
import { routeLabel } from './route-label.ts';

/**
 * Answers a request and notes it: one line in the log, and its duration among the metrics. Neither holds more of the
 * address than its route, nor anything of a person.
 */
export function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  findRoute: FindRoute,
  answer: () => void,
): void {
  const started = performance.now();
  const record: RequestRecord = { id: randomUUID(), actor: 'unknown' };
  const method = request.method ?? '';
  const span = startRootSpan('server', method, {});
  response.once('close', () => {
    const milliseconds = Math.round(performance.now() - started);
    const { statusCode: status } = response;
    // Not by `new URL`, which throws on what some senders write: `//guest%23…`, `http://[`.
    const pathname = (request.url ?? '/').replace(/[?#].*$/s, '');
    const known = findRoute(pathname)?.template ?? null;
    // What is not found has as many addresses as people think of.
    const route = known === null && status === 404 ? '[none]' : routeLabel(pathname, known);
    const isWhole = response.writableFinished;
    requestDurations().observe({ route, method, status }, milliseconds / 1_000);
    const { id: requestId, actor } = record;
    const traceId = span === null ? {} : { traceId: span.traceId };
    log().info(
      { requestId, ...traceId, route, method, status, actor, milliseconds, isWhole },
      'request',
    );
    span?.end({
      name: `${method} ${route}`,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'medanchor.request_id': requestId,
        'medanchor.actor': actor,
      },
      ...(status >= 500 && { errorCode: String(status) }),
    });
  });
  const answerWithRecord = () => requestRecords().run(record, answer);
  if (span === null) answerWithRecord();
  else span.run(answerWithRecord);
}
