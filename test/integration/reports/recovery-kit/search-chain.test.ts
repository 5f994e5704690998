import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { env } from '@/platform/env';
import { nodeAt } from '@/reports/recover-page/kit-sources';
import { ChainSearch, type SearchProgress } from '@/reports/recover-page/search-chain';
import { NodeRefusal, startLyingNode } from '../../../support/chain/lying-node';
import { mine } from '../../../support/chain/test-chain';
import { RUNNING } from '../../../support/interop/exports';
import { reportRow } from '../../../support/reports/report-factories';
import { shareReport } from '../../../support/reports/shared-report';

const node = await startLyingNode(env().CHAIN_RPC_URL ?? '');
const { wallet, reportId } = await shareReport();
const { contentHash } = await reportRow(reportId);
const sealed = Buffer.from(contentHash ?? []).toString('hex');
await mine(300);

/** From long before the report, so that it takes many ranges. */
const registry = { rpc: nodeAt(node.url), address: env().REGISTRY_ADDRESS, fromBlock: 0 };

/** Answers as a provider whose plan allows ranges of so many blocks. */
function capRanges(
  most: number,
  error = new NodeRefusal(-32_600, `limited to a ${most} block range`),
) {
  node.lie(({ method, params: [filter] }) => {
    if (method !== 'eth_getLogs') return undefined;
    const { fromBlock, toBlock } = filter as { fromBlock: string; toBlock: string };
    return Number(toBlock) - Number(fromBlock) + 1 > most ? error : undefined;
  });
}

function begun(): { search: ChainSearch; steps: SearchProgress[] } {
  return { search: new ChainSearch(registry, [wallet.address]), steps: [] };
}

afterEach(() => node.lie());
afterAll(() => node.close());

describe('a search of the chain', () => {
  it.each([[10], [100], [1]])(
    'finds a report when a node answers %i blocks at once',
    async (most) => {
      capRanges(most);
      const { search, steps } = begun();
      expect([...(await search.run(RUNNING, (step) => steps.push(step)))]).toEqual([sealed]);
      expect(steps.at(-1)).toMatchObject({ block: steps.at(-1)?.of });
      expect(Math.min(...steps.map(({ atOnce }) => atOnce))).toBeLessThanOrEqual(most);
      // No block is left out, and none is reached twice.
      const blocks = steps.map(({ block }) => block);
      expect(blocks).toEqual(blocks.toSorted((a, b) => a - b));
    },
  );

  it('asks once where no range is refused, and finds nothing of another wallet', async () => {
    const { search, steps } = begun();
    expect([...(await search.run(RUNNING, (step) => steps.push(step)))]).toEqual([sealed]);
    expect(steps).toHaveLength(1);
    const other = new ChainSearch(registry, [registry.address]);
    expect((await other.run(RUNNING, () => undefined)).size).toBe(0);
  });

  it('is stopped by its person, and goes on from there', async () => {
    capRanges(10);
    const { search, steps } = begun();
    const stop = new AbortController();
    const stopped = search.run(stop.signal, (step) => {
      steps.push(step);
      if (step.block > 20) stop.abort();
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const reached = steps.at(-1)?.block ?? 0;
    const further: SearchProgress[] = [];
    expect([...(await search.run(RUNNING, (step) => further.push(step)))]).toEqual([sealed]);
    expect(further[0]?.block).toBeGreaterThan(reached);
  });

  it('ends when a node refuses every range, and goes on when it answers again', async () => {
    capRanges(0, new NodeRefusal(429, 'Too many requests'));
    const { search } = begun();
    await expect(search.run(RUNNING, () => undefined)).rejects.toThrow('refused');
    capRanges(50);
    expect([...(await search.run(RUNNING, () => undefined))]).toEqual([sealed]);
  });
});
