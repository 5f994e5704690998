import { collectDefaultMetrics, Histogram, register } from 'prom-client';

/** Bounds in seconds: half a second is good for a page, five seconds is as long as it waits for a service. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const NAME = 'medanchor_http_request_duration_seconds';

/** The duration of requests by route, method and status. prom-client keeps one registry for the whole process. */
export function requestDurations(): Histogram<'route' | 'method' | 'status'> {
  const known = register.getSingleMetric(NAME);
  if (known instanceof Histogram) return known;
  collectDefaultMetrics();
  return new Histogram({
    name: NAME,
    help: 'Seconds from the request’s first byte until the answer was sent.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
  });
}
