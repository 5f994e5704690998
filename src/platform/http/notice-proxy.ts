import type { IncomingMessage } from 'node:http';

/**
 * Reports, once, that requests come through a proxy although none was counted: then all callers have the
 * proxy's address in common, and one of them can use up the log-in tries of all.
 * @param trustedProxies see client-address.ts
 * @param report writes the message to the log
 * @returns to be called with each request as it arrived
 */
export function noticeProxy(
  trustedProxies: number,
  report: (message: string) => void,
): (request: Pick<IncomingMessage, 'headers'>) => void {
  let isReported = false;
  return ({ headers }) => {
    if (isReported || trustedProxies > 0 || headers['x-forwarded-for'] === undefined) return;
    isReported = true;
    report(
      'error: a request came with X-Forwarded-For, but TRUSTED_PROXIES is 0. If a proxy of yours wrote it, all callers count as one; set TRUSTED_PROXIES to the number of proxies.',
    );
  };
}
