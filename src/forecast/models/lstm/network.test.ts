import { describe, expect, it } from 'vitest';
import { plantedFees } from '../../../../test/support/forecast/made-fees';
import { samplesOf } from '@/forecast/models/window';
import { toDailySeries } from '@/forecast/series/daily-series';
import { startBackend } from './backend';
import { buildNetwork } from './network';
import { buildPaperNetwork } from './paper-network';
import { trainNetwork } from './train-network';
import { readWeights } from './weights';

describe('the product’s network', () => {
  it('has 3,213 parameters, and a forget gate that begins open', async () => {
    await startBackend();
    const network = buildNetwork(1);
    expect(network.countParams()).toBe(3_213);
    const bias = readWeights(network)[2] ?? [];
    expect(bias.slice(0, 24)).toEqual(Array(24).fill(0));
    expect(bias.slice(24, 48)).toEqual(Array(24).fill(1));
    expect(bias.slice(48)).toEqual(Array(48).fill(0));
  });

  it('learns the same from the same seed, and something else from another', async () => {
    const samples = samplesOf(toDailySeries(plantedFees(330)), 1_100);
    const limits = { epochs: 2 };
    const first = await trainNetwork(samples, 3, limits);
    expect(await trainNetwork(samples, 3, limits)).toEqual(first);
    expect((await trainNetwork(samples, 4, limits)).weights).not.toEqual(first.weights);
  });
});

it('the paper’s network has exactly 20,689 parameters', async () => {
  await startBackend();
  expect(buildPaperNetwork(1).countParams()).toBe(20_689);
});
