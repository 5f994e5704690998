import { randomBytes } from 'node:crypto';
import { formatEther } from 'ethers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { env } from '@/platform/env';
import { HOUR_MS } from '@/platform/time/durations';
import { feeHistorySchema, type FeeHistory } from '@/registry/fees/fee-history';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { quoteFee, TYPICAL_ANCHORING_GAS } from '@/registry/fees/quote-fee';
import { patientOnChain } from '../../../support/chain/patient-on-chain';
import { chain, fundedWallet, mine } from '../../../support/chain/test-chain';

process.env['PRICE_FEED_MAX_AGE'] = '7200';

afterEach(() => {
  vi.useRealTimers();
});

/** Puts another program in the place of the price feed while the work runs. */
async function withFeed(program: string, work: () => Promise<void>): Promise<void> {
  const feed = env().PRICE_FEED_ADDRESS ?? '';
  const genuine = await chain().getCode(feed);
  await chain().send('anvil_setCode', [feed, program]);
  try {
    await work();
  } finally {
    await chain().send('anvil_setCode', [feed, genuine]);
  }
}

/** Anvil's fees follow its blocks by a moment: those of the newest one. */
async function newestFees(): Promise<FeeHistory> {
  return vi.waitUntil(
    async () => {
      const answer: unknown = await chain().send('eth_feeHistory', ['0x1', 'latest', []]);
      const fees = feeHistorySchema.parse(answer);
      return Number(fees.oldestBlock) === (await chain().getBlockNumber()) && fees;
    },
    { timeout: 10_000 },
  );
}

describe('a fee', () => {
  it('is gas times the next block’s base fee and the usual tip', async () => {
    const wallet = await fundedWallet();
    for (const gwei of [2n, 3n, 9n]) {
      const tip = gwei * 10n ** 9n;
      const maxFeePerGas = tip + 10n ** 11n;
      await wallet.sendTransaction({ to: wallet.address, maxFeePerGas, maxPriorityFeePerGas: tip });
    }
    await mine(2);
    await chain().send('anvil_setNextBlockBaseFeePerGas', [`0x${(10n ** 10n).toString(16)}`]);
    await mine();
    const { baseFeePerGas } = await newestFees();
    const quote = await quoteFee(100_000n);
    const baseFee = baseFeePerGas.at(-1) ?? 0n;
    expect(quote.baseFeeWei).toBe(baseFee.toString());
    expect(quote.costWei).toBe((100_000n * (baseFee + BigInt(quote.priorityFeeWei))).toString());
    expect(quote.costEth).toBe(formatEther(quote.costWei));
    expect(quote.costUsd).toBeCloseTo(Number(quote.costEth) * (quote.ethUsd ?? 0), 9);
    expect(quote.priceProblem).toBeNull();
    expect(quote.block).toBe(await chain().getBlockNumber());
    expect(feeQuoteSchema.parse(JSON.parse(JSON.stringify(quote)))).toEqual(quote);
  });

  it('asks the node for a tip when no transaction shows one', async () => {
    await mine(30);
    const expected: unknown = await chain().send('eth_maxPriorityFeePerGas', []);
    expect((await quoteFee(21_000n)).priorityFeeWei).toBe(BigInt(String(expected)).toString());
  });

  it('of a typical anchoring is what one with two viewers really uses', async () => {
    const { wallet, prepare } = await patientOnChain();
    const name = randomBytes(4).toString('hex');
    const { request } = await prepare([`${name}-a@example.org`, `${name}-b@example.org`]);
    const real = await estimateGas(wallet.address, request);
    expect(Number(TYPICAL_ANCHORING_GAS) / Number(real)).toBeGreaterThan(0.97);
    expect(Number(TYPICAL_ANCHORING_GAS) / Number(real)).toBeLessThan(1.05);
  });
});

describe('a fee without a good price', () => {
  const withoutUsd = { costUsd: null, ethUsd: null };

  it('names no dollars when the feed’s answer is too old', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * HOUR_MS });
    expect(await quoteFee(90_000n)).toMatchObject({ ...withoutUsd, priceProblem: 'stale' });
  });

  it('names no dollars when nothing answers at the feed’s address', async () => {
    await withFeed('0x', async () => {
      expect(await quoteFee(90_000n)).toMatchObject({ ...withoutUsd, priceProblem: 'no-answer' });
    });
  });

  it('shows no dollars when the feed answers zero', async () => {
    // Returns 160 bytes of zeros, whatever it is asked.
    await withFeed('0x60a05ff3', async () => {
      expect(await quoteFee(90_000n)).toMatchObject({
        ...withoutUsd,
        priceProblem: 'not-positive',
      });
    });
  });
});
