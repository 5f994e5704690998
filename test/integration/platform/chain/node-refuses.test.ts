import { createServer } from 'node:http';
import { afterAll, expect, it } from 'vitest';
import { isAppError } from '@/platform/errors';
import { askChain } from '@/platform/chain-rpc';

// A provider of nodes that refuses our key, as hosted ones do when a plan is used up.
const provider = createServer((_, response) => {
  response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"no such key"}');
});
await new Promise<void>((resolve) => {
  provider.listen(0, '127.0.0.1', resolve);
});
const address = provider.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
process.env['CHAIN_RPC_URL'] = `http://127.0.0.1:${String(port)}/v2/secret-key`;

afterAll(() => {
  provider.close();
  provider.closeAllConnections();
});

it('reports why the chain cannot be asked, without the key in the node’s address', async () => {
  const error: unknown = await askChain((rpc) => rpc.getBlockNumber()).catch(
    (thrown: unknown) => thrown,
  );
  if (!isAppError(error, 'chain-unavailable')) throw new Error('Another error was expected');
  expect(String(error.cause)).toContain('401');
  expect(String(error.cause)).not.toContain('secret-key');
});
