import { createServer } from 'node:http';
import type { JsonRpcProvider } from 'ethers';
import { z } from 'zod';
import { undoLater } from './deployment';
import { verifySource } from './verify-source';

const submissionSchema = z.object({
  stdJsonInput: z.unknown(),
  contractIdentifier: z.string(),
  compilerVersion: z.string(),
  creationTransactionHash: z.string(),
});

/**
 * Starts an HTTP server that speaks what Sourcify's API, version 2, documents of verification, and
 * compiles what it is given.
 * @returns its address
 */
export async function startSourcify(rpc: JsonRpcProvider, chainId: number): Promise<string> {
  const contract = { chainId: String(chainId), creationMatch: null, runtimeMatch: null };
  const verdicts: (string | undefined)[] = [];
  const answer = async (path: string, body: string): Promise<[status: number, text: unknown]> => {
    const [, , what, ...rest] = path.split('/');
    const [chain, address = ''] = rest;
    if (what === 'contract') return [404, { match: null, address, ...contract }];
    if (chain !== undefined && address !== '') {
      if (chain !== String(chainId)) return [400, { customCode: 'unsupported_chain' }];
      const submission = submissionSchema.parse(JSON.parse(body));
      const fault = await verifySource(rpc, {
        address,
        input: JSON.stringify(submission.stdJsonInput),
        contract: submission.contractIdentifier,
        compiler: submission.compilerVersion,
      });
      const creation = await rpc.getTransactionReceipt(submission.creationTransactionHash);
      verdicts.push(fault ?? (creation?.contractAddress === address ? undefined : 'creation'));
      return [202, { verificationId: String(verdicts.length - 1) }];
    }
    const verificationId = chain ?? '';
    const fault = verdicts[Number(verificationId)];
    return [
      200,
      {
        isJobCompleted: true,
        verificationId,
        jobStartTime: new Date().toISOString(),
        contract: { match: fault === undefined ? 'exact_match' : null, ...contract },
        ...(fault !== undefined && {
          error: { customCode: 'no_match', message: fault, errorId: verificationId },
        }),
      },
    ];
  };
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const [status, text] = await answer(request.url ?? '', body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(text));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undoLater(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
