import { z } from 'zod';
import { chainRpc } from '@/platform/chain-rpc';

const logCalls = z.array(
  z
    .object({
      method: z.literal('eth_getLogs'),
      params: z.tuple([
        z.object({
          blockHash: z.string().optional(),
          fromBlock: z.string().optional(),
          toBlock: z.string().optional(),
        }),
      ]),
    })
    .nullable()
    // Of the other methods.
    .catch(null),
);

/** @returns how many blocks each question for logs is about from now on; 1 for one block by its hash */
export function watchLogRanges(): number[] {
  const ranges: number[] = [];
  void chainRpc().on('debug', (event: { action: string; payload?: unknown }) => {
    if (event.action !== 'sendRpcPayload') return;
    for (const call of logCalls.parse([event.payload].flat())) {
      if (call === null) continue;
      const [{ blockHash, fromBlock, toBlock }] = call.params;
      ranges.push(blockHash === undefined ? Number(toBlock) - Number(fromBlock) + 1 : 1);
    }
  });
  return ranges;
}
