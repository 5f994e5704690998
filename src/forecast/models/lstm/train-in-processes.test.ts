import { expect, it, vi } from 'vitest';
import { samplesOf } from '@/forecast/models/window';
import { toDailySeries } from '@/forecast/series/daily-series';
import { plantedFees } from '../../../../test/support/forecast/made-fees';
import { trainInProcesses } from './train-in-processes';

it('hands back what a process could not train as an error', async () => {
  await expect(trainInProcesses([{ samples: [], seed: 1 }])).rejects.toThrow();
}, 60_000);

it('rejects when a process dies', async () => {
  const samples = samplesOf(toDailySeries(plantedFees(260)), 1_100);
  // Whatever a process of Node.js starts with: this one is struck down while it loads.
  vi.stubEnv('NODE_OPTIONS', '--import=data:text/javascript,setTimeout(()=>process.exit(9),300)');
  try {
    await expect(trainInProcesses([{ samples, seed: 1 }])).rejects.toThrow('ended with 9');
  } finally {
    vi.unstubAllEnvs();
  }
}, 60_000);

it('trains elsewhere what would have been trained here', async () => {
  const samples = samplesOf(toDailySeries(plantedFees(260)), 1_100);
  const [first, second] = await trainInProcesses([
    { samples, seed: 1, epochs: 1 },
    { samples, seed: 2, epochs: 1 },
  ]);
  expect(first?.weights.map((tensor) => tensor.length)).toEqual([288, 2_304, 96, 504, 21]);
  expect(second?.weights).not.toEqual(first?.weights);
}, 120_000);
