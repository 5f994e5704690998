import { z } from 'zod';
import { defineRoute } from '@/app/api/define-route';
import { pingChain } from '@/platform/ping-chain';
import { pingDatabase } from '@/platform/ping-database';
import { pingStore } from '@/vault/ping-store';

const PATIENCE_MS = 3_000;

const answer = z.object({ database: z.boolean(), chain: z.boolean(), store: z.boolean() });

export const GET = defineRoute({
  summary: 'Whether the database, the chain and the object store answer; 503 when one does not.',
  who: 'anyone',
  limit: { calls: 300, minutes: 1, countedIn: 'process' },
  answer,
  run: async () => {
    const [database, chain, store] = await Promise.all([
      answers(pingDatabase),
      answers(pingChain),
      answers(pingStore),
    ]);
    const status = database && chain && store ? 200 : 503;
    const headers = { 'cache-control': 'no-store' };
    return Response.json(answer.parse({ database, chain, store }), { status, headers });
  },
});

async function answers(ping: () => Promise<void>): Promise<boolean> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const tooLate = new Promise<boolean>((resolve) => {
    patience.addEventListener('abort', () => resolve(false));
  });
  const inTime = ping().then(
    () => true,
    () => false,
  );
  return Promise.race([inTime, tooLate]);
}
