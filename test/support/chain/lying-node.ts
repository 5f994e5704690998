import { toQuantity } from 'ethers';
import { createServer, type IncomingMessage } from 'node:http';

interface Question {
  id: number;
  method: string;
  params: unknown[];
}

/** An error to answer with, as a node does in the name of its plan or its pruning. */
export class NodeRefusal {
  constructor(
    readonly code: number,
    readonly message: string,
  ) {}
}

/** What to answer instead of the node; undefined: the node's own answer. */
type Lie = (question: Question) => unknown;

/** What a node answers that has not come further than a block. */
export function lagBehind(head: number): Lie {
  return ({ method, params: [block] }) => {
    if (method === 'eth_blockNumber') return toQuantity(head);
    const isAhead = method === 'eth_getBlockByNumber' && Number(block) > head;
    return isAhead ? null : undefined;
  };
}

/** A way to a real node on which a test can replace single answers, as a broken node gives them. */
export interface LyingNode {
  url: string;
  /** Takes effect until the next call; without a lie the node's answers pass unchanged. */
  lie: (lie?: Lie) => void;
  /** Refuses batches of more questions than this, as providers do; without a number takes all. */
  limit: (most?: number) => void;
  /** Sends everything to another node from now on. */
  redirect: (target: string) => void;
  close: () => Promise<void>;
}

/** Opens an HTTP proxy on loopback before the node at `target`. */
export async function startLyingNode(target: string): Promise<LyingNode> {
  let present: Lie | undefined;
  let node = target;
  let most = Infinity;
  const answer = async (question: Question): Promise<unknown> => {
    const result = present?.(question);
    if (result instanceof NodeRefusal) {
      const { code, message } = result;
      return { jsonrpc: '2.0', id: question.id, error: { code, message } };
    }
    if (result !== undefined) return { jsonrpc: '2.0', id: question.id, result };
    const response = await fetch(node, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    return response.json();
  };
  const server = createServer((request, response) => {
    void (async () => {
      const asked = JSON.parse(await bodyOf(request)) as Question | Question[];
      const answers = Array.isArray(asked)
        ? asked.length > most
          ? { jsonrpc: '2.0', id: null, error: { code: -32_600, message: 'batch too large' } }
          : await Promise.all(asked.map(answer))
        : await answer(asked);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers));
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    lie: (lie) => {
      present = lie;
    },
    limit: (number = Infinity) => {
      most = number;
    },
    redirect: (other) => {
      node = other;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}
