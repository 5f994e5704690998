import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';

/** How many requests this process has made, by method and server. */
export interface RequestCounts {
  reset: () => void;
  of: (method: string, url: string) => number;
}

/** Counts what this process asks of other servers by node:http from now on. */
export function countRequests(): RequestCounts {
  let counts = new Map<string, number>();
  subscribe('http.client.request.start', (message) => {
    if (!(message instanceof Object && 'request' in message)) return;
    const { request } = message;
    if (!(request instanceof ClientRequest)) return;
    const key = `${request.method} ${String(request.getHeader('host'))}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return {
    reset: () => {
      counts = new Map();
    },
    of: (method, url) => counts.get(`${method} ${new URL(url).host}`) ?? 0,
  };
}
