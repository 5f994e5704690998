import { HORIZON, type WeekPath } from '@/forecast/models/model';
import { toLogs, type Window } from '@/forecast/models/window';
import { at } from '@/forecast/series/at';
import { tf, startBackend } from './backend';
import { buildNetwork, QUANTILES } from './network';
import { toInputs } from './tensors';
import { loadWeights, type Weights } from './weights';

/** The mean forecast of several networks for each window. */
export async function predictNetworks(
  networks: readonly Weights[],
  windows: readonly Window[],
): Promise<WeekPath[]> {
  await startBackend();
  const inputs = toInputs(windows);
  const outputs = networks.map((weights) => {
    const network = buildNetwork(0);
    loadWeights(network, weights);
    const output = tf.tidy(() => (network.predict(inputs) as tf.Tensor).dataSync());
    network.dispose();
    return output;
  });
  inputs.dispose();
  const width = HORIZON * QUANTILES.length;
  return windows.map((window, row) => {
    const quantile = (which: number): number[] =>
      toLogs(
        window,
        Array.from({ length: HORIZON }, (_, day) => {
          const column = row * width + day * QUANTILES.length + which;
          return outputs.reduce((sum, output) => sum + at(output, column), 0) / outputs.length;
        }),
      );
    return { low: quantile(0), mid: quantile(1), high: quantile(2) };
  });
}
