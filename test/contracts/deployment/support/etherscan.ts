import { createServer, type IncomingMessage } from 'node:http';
import type { JsonRpcProvider } from 'ethers';
import { z } from 'zod';
import { undoLater } from './deployment';
import { verifySource } from './verify-source';

/** The parameters that Etherscan's documentation names for `verifysourcecode`. */
const submissionSchema = z.object({
  contractaddress: z.string(),
  sourceCode: z.string(),
  codeformat: z.literal('solidity-standard-json-input'),
  contractname: z.string(),
  compilerversion: z.string(),
  constructorArguments: z.string().regex(/^[0-9a-f]*$/),
});

type Submission = z.infer<typeof submissionSchema>;

/** An explorer on loopback. */
export interface FakeExplorer {
  apiUrl: string;
  /** Every request: the action asked for, and `METHOD apikey chainid`. */
  requests: { action: string; call: string }[];
  /** What was submitted, in order. */
  submissions: Submission[];
}

/**
 * Starts an HTTP server that speaks what Etherscan's API, version 2, documents of verification, and
 * verifies as Etherscan does: it compiles what it is given, and compares the code with the chain's.
 * @param rpc the chain on which contracts are looked up
 * @param options.pending how often a verdict is put off
 */
export async function startEtherscan(
  rpc: JsonRpcProvider,
  options: { apiKey: string; chainId: number; pending?: number },
): Promise<FakeExplorer> {
  const { apiKey, chainId, pending = 0 } = options;
  const verdicts: Promise<string>[] = [];
  const published = new Map<string, string>();
  const explorer: Omit<FakeExplorer, 'apiUrl'> = { requests: [], submissions: [] };
  let putOff = pending;

  const actions: Record<string, (query: URLSearchParams, body: string) => Promise<Answer>> = {
    getsourcecode: (query) => {
      const SourceCode = published.get(query.get('address') ?? '') ?? '';
      return Promise.resolve(ok([{ SourceCode }]));
    },
    verifysourcecode: (_, body) => {
      const submission = submissionSchema.parse(Object.fromEntries(new URLSearchParams(body)));
      explorer.submissions.push(submission);
      verdicts.push(verify(rpc, submission));
      return Promise.resolve(ok(`guid-${verdicts.length - 1}`));
    },
    checkverifystatus: async (query) => {
      if (putOff-- > 0) return no('Pending in queue');
      const index = Number(query.get('guid')?.replace('guid-', ''));
      const verdict = (await verdicts[index]) ?? 'Fail - Unable to verify: no such request';
      const submission = explorer.submissions[index];
      if (verdict !== 'Pass - Verified' || submission === undefined) return no(verdict);
      published.set(submission.contractaddress, submission.sourceCode);
      return ok(verdict);
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      const action = query.get('action') ?? '';
      const key = query.get('apikey') ?? '';
      explorer.requests.push({
        action,
        call: `${request.method ?? ''} ${key} ${query.get('chainid') ?? ''}`,
      });
      const body = await readBody(request);
      const act = query.get('module') === 'contract' ? actions[action] : undefined;
      const answer =
        key !== apiKey
          ? no('Invalid API Key (#err2)')
          : query.get('chainid') !== String(chainId)
            ? no('Missing or unsupported chainid parameter')
            : await (act?.(query, body) ?? no('Error! Missing Or invalid Action name'));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undoLater(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { ...explorer, apiUrl: `http://127.0.0.1:${port}/v2/api` };
}

interface Answer {
  status: '0' | '1';
  message: 'OK' | 'NOTOK';
  result: unknown;
}

const ok = (result: unknown): Answer => ({ status: '1', message: 'OK', result });
const no = (result: unknown): Answer => ({ status: '0', message: 'NOTOK', result });

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function verify(rpc: JsonRpcProvider, submission: Submission): Promise<string> {
  const fault = await verifySource(rpc, {
    address: submission.contractaddress,
    input: submission.sourceCode,
    contract: submission.contractname,
    compiler: submission.compilerversion,
    constructorArguments: submission.constructorArguments,
  });
  return fault === undefined ? 'Pass - Verified' : `Fail - Unable to verify: ${fault}`;
}
