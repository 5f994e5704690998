import { HORIZON } from '@/forecast/models/model';
import type { Sample } from '@/forecast/models/window';
import { seededRandom, shuffle } from '@/forecast/series/seeded-random';
import { tf, startBackend } from './backend';
import { buildNetwork, pinballLoss } from './network';
import { toInputs, toTargets } from './tensors';
import { readWeights, type Weights } from './weights';

/** Days at the end of the history that are never trained on: they decide when to stop. */
const HELD_BACK = 90;
const BATCH = 128;
const EPOCHS = 40;
const PATIENCE = 6;
const LEARNING_RATE = 0.01;

export interface TrainedNetwork {
  weights: Weights;
  epochs: number;
  /** Pinball loss on the held-back days. */
  loss: number;
}

/**
 * Trains one network; the same samples and seed give the same weights.
 * @param limits.epochs Passes over the samples, at most.
 */
export async function trainNetwork(
  samples: readonly Sample[],
  seed: number,
  { epochs = EPOCHS }: { epochs?: number | undefined } = {},
): Promise<TrainedNetwork> {
  await startBackend();
  const network = buildNetwork(seed);
  // The week before the held-back days would let their prices into the targets.
  const training = samples.slice(0, -HELD_BACK - HORIZON);
  const heldBack = samples.slice(-HELD_BACK);
  const [inputs, targets] = [toInputs(training), toTargets(training)];
  const [heldBackInputs, heldBackTargets] = [toInputs(heldBack), toTargets(heldBack)];
  const heldBackLoss = (): number =>
    tf.tidy(
      () =>
        pinballLoss(network.predict(heldBackInputs) as tf.Tensor, heldBackTargets).dataSync()[0] ??
        NaN,
    );
  const random = seededRandom(seed);
  const optimizer = tf.train.adam(LEARNING_RATE);
  let best: TrainedNetwork = { weights: readWeights(network), epochs: 0, loss: heldBackLoss() };
  const batches = Math.max(1, Math.floor(training.length / BATCH));
  for (let epoch = 1; epoch <= epochs && epoch - best.epochs <= PATIENCE; epoch++) {
    const order = shuffle(training.length, random);
    for (let batch = 0; batch < batches; batch++) {
      tf.tidy(() => {
        const rows = tf.tensor1d(order.slice(batch * BATCH, (batch + 1) * BATCH), 'int32');
        const [x, y] = [tf.gather(inputs, rows), tf.gather(targets, rows)];
        optimizer.minimize(() => pinballLoss(network.apply(x, { training: true }) as tf.Tensor, y));
      });
    }
    // So that a training process receives the message to stop.
    await tf.nextFrame();
    const loss = heldBackLoss();
    if (loss < best.loss) best = { weights: readWeights(network), epochs: epoch, loss };
  }
  tf.dispose([inputs, targets, heldBackInputs, heldBackTargets]);
  optimizer.dispose();
  network.dispose();
  return best;
}
