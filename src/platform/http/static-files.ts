import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { SECURITY_HEADERS } from './security-headers.ts';

const PLACE = '/_next/static';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Answers requests for the scripts and styles of a build, as the build compressed them. Their names change with their
 * content, so that browsers may keep them.
 * @param folder the build's `static` folder
 * @returns a function that passes a request for anything else, or for what the folder lacks, on to `next`
 */
export function staticFiles(folder: string) {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: YEAR_SECONDS,
    // Only whole names: no `index.html` for a folder.
    extensions: [],
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    },
  });
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { method, url = '' } = request;
    if (!url.startsWith(`${PLACE}/`) || (method !== 'GET' && method !== 'HEAD')) {
      next();
      return;
    }
    request.url = url.slice(PLACE.length);
    serve(request, response, () => {
      request.url = url;
      next();
    });
  };
}
