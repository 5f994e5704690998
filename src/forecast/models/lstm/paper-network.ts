import { at } from '@/forecast/series/at';
import { seededRandom, shuffle } from '@/forecast/series/seeded-random';
import { tf, startBackend } from './backend';
import { loadWeights, readWeights, type Weights } from './weights';

/** Days that the paper's network looks back. */
export const PAPER_WINDOW = 4;
const EPOCHS = 10;
const BATCH = 32;
const STACKED = 10;

/**
 * The network of the 2023 paper, as described: 4 → Dense 64 → 16 × 4 → 10 stacked LSTM cells of 16
 * units → Dense 1; 20,689 parameters. Here for comparison, as it would have been built with tfjs
 * (forget bias 0).
 */
export function buildPaperNetwork(seed: number): tf.LayersModel {
  const initializer = (offset: number) => tf.initializers.glorotUniform({ seed: seed + offset });
  const network = tf.sequential();
  network.add(
    tf.layers.dense({ units: 64, inputShape: [PAPER_WINDOW], kernelInitializer: initializer(0) }),
  );
  network.add(tf.layers.reshape({ targetShape: [16, 4] }));
  for (let layer = 0; layer < STACKED; layer++) {
    network.add(
      tf.layers.lstm({
        units: 16,
        returnSequences: layer < STACKED - 1,
        unitForgetBias: false,
        kernelInitializer: initializer(2 * layer + 1),
        recurrentInitializer: initializer(2 * layer + 2),
      }),
    );
  }
  network.add(tf.layers.dense({ units: 1, kernelInitializer: initializer(30) }));
  return network;
}

/** Trains on prices scaled to 0…1: the day after each four, by least squares. */
export async function trainPaperNetwork(scaled: readonly number[], seed: number): Promise<Weights> {
  await startBackend();
  const network = buildPaperNetwork(seed);
  const count = scaled.length - PAPER_WINDOW;
  const rows = Array.from({ length: count }, (_, row) => scaled.slice(row, row + PAPER_WINDOW));
  const inputs = tf.tensor2d(rows);
  const targets = tf.tensor2d(rows.map((_, row) => [at(scaled, row + PAPER_WINDOW)]));
  const optimizer = tf.train.adam(0.001);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffle(count, random);
    for (let start = 0; start + BATCH <= count; start += BATCH) {
      tf.tidy(() => {
        const batch = tf.tensor1d(order.slice(start, start + BATCH), 'int32');
        const [x, y] = [tf.gather(inputs, batch), tf.gather(targets, batch)];
        optimizer.minimize(() =>
          tf.losses.meanSquaredError(y, network.apply(x, { training: true }) as tf.Tensor),
        );
      });
      // So that the processes that train other networks meanwhile are given their next one.
      await tf.nextFrame();
    }
  }
  const weights = readWeights(network);
  tf.dispose([inputs, targets]);
  optimizer.dispose();
  network.dispose();
  return weights;
}

/** The scaled price of each of the next `days`, each fed back to predict the one after it. */
export async function predictPaperNetwork(
  weights: Weights,
  windows: readonly (readonly number[])[],
  days: number,
): Promise<number[][]> {
  await startBackend();
  const network = buildPaperNetwork(0);
  loadWeights(network, weights);
  const rows = windows.map((window) => [...window]);
  for (let day = 0; day < days; day++) {
    const next = tf.tidy(() =>
      (
        network.predict(tf.tensor2d(rows.map((row) => row.slice(-PAPER_WINDOW)))) as tf.Tensor
      ).dataSync(),
    );
    rows.forEach((row, index) => row.push(at(next, index)));
  }
  network.dispose();
  return rows.map((row) => row.slice(-days));
}
