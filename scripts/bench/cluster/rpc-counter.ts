import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** Counts what is asked of the chain's node, on the way to it. */
export interface RpcCounter {
  url: string;
  /** HTTP requests so far: a batch is one. */
  posts: () => number;
  /** Calls so far by their method, those in batches, too. */
  calls: () => Record<string, number>;
  stop: () => Promise<void>;
}

const askedSchema = z
  .union([z.array(z.object({ method: z.string() })), z.object({ method: z.string() })])
  .transform((asked) => [asked].flat());

/** Opens an address on loopback that passes each request on to the node. */
export async function startRpcCounter(node: string): Promise<RpcCounter> {
  let posts = 0;
  const calls: Record<string, number> = {};
  const server = createServer((request, response) => {
    const passOn = async () => {
      const body = await text(request);
      posts += 1;
      for (const { method } of askedSchema.parse(JSON.parse(body))) {
        calls[method] = (calls[method] ?? 0) + 1;
      }
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(node, { method: 'POST', headers, body });
      response.writeHead(answer.status, headers).end(await answer.text());
    };
    // To the caller it is a node that broke the connection off.
    passOn().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of a TCP server is never a path.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    posts: () => posts,
    calls: () => calls,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
