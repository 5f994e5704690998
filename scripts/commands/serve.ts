/**
 * Serves the production build. Next.js's own `next start` answers some requests before any code of ours, and
 * not as we do; see docs/decisions/081 and 111. Runs on Node.js alone, without tsx: it imports by whole file
 * names, and so does what it imports.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import openapi from '../../src/generated/openapi.json' with { type: 'json' };
import { admitRequest } from '../../src/platform/http/admit-request.ts';
import { buildEnv, env } from '../../src/platform/env.ts';
import { noticeProxy } from '../../src/platform/http/notice-proxy.ts';
import { staticFiles } from '../../src/platform/http/static-files.ts';
import { readRoutes } from '../../src/platform/requests/find-route.ts';
import { watchRequest } from '../../src/platform/requests/watch-request.ts';
import { traceIfAsked } from '../../src/platform/trace-if-asked.ts';

Object.assign(process.env, { NODE_ENV: 'production' });
// Reads NODE_ENV while it is loaded.
const { default: next } = await import('next');

const endTracing = await traceIfAsked('medanchor-web');

const { values } = parseArgs({
  options: { hostname: { type: 'string', default: '0.0.0.0' }, port: { type: 'string' } },
});
const { hostname } = values;
const port = Number(values.port);
const application = next({ dev: false, hostname, port });
await application.prepare();
const handle = application.getRequestHandler();
const assets = staticFiles(join(buildEnv().NEXT_DIST_DIR, 'static'));
const admission = {
  trustedProxies: env().TRUSTED_PROXIES ?? 0,
  findRoute: readRoutes(openapi.paths),
};

const notice = noticeProxy(admission.trustedProxies, (message) => console.error(message));

function answer(request: IncomingMessage, response: ServerResponse): void {
  notice(request);
  watchRequest(request, response, admission.findRoute, () => {
    if (!admitRequest(request, response, admission)) return;
    assets(request, response, () => void handle(request, response));
  });
}

const server = createServer(answer);
server.listen(port, hostname, () => {
  console.log(`MedAnchor serves http://${hostname}:${port}`);
});

// What is being answered is answered; then nothing keeps the process alive.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    server.close(() => {
      void Promise.allSettled([application.close(), endTracing()]).then(() => process.exit(0));
    });
  });
}
