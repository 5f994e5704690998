// A Prisma generator (JSON-RPC over stdin and stderr) that writes the parsed schema as JSON: the only
// public way to Prisma's own reading of schema.prisma, native types and indexes included.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  let result = null;
  if (method === 'getManifest') {
    result = { manifest: { prettyName: 'Datamodel', defaultOutput: '.' } };
  } else if (method === 'generate') {
    writeFileSync(params.generator.output.value, JSON.stringify(params.dmmf.datamodel));
  }
  process.stderr.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`);
  if (method === 'generate') process.exit(0);
}
