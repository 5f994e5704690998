import { HORIZON } from '@/forecast/models/model';
import { LAGS } from '@/forecast/models/window';
import { tf } from './backend';
import type { Weights } from './weights';

/** What the network predicts of each day. */
export const QUANTILES = [0.1, 0.5, 0.9] as const;
/** Per step: the price relative to the level, and the weekday as a point on a circle. */
export const FEATURES = 3;
const UNITS = 24;

/** The product's network: 28 days in, seven days of three quantiles out; 3,213 parameters. */
export function buildNetwork(seed: number): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.lstm({
        units: UNITS,
        inputShape: [LAGS, FEATURES],
        // Without it the forget gate starts half shut (tfjs leaves the bias at 0, unlike Keras).
        unitForgetBias: true,
        kernelInitializer: tf.initializers.glorotUniform({ seed }),
        recurrentInitializer: tf.initializers.glorotUniform({ seed: seed + 1 }),
      }),
      tf.layers.dense({
        units: HORIZON * QUANTILES.length,
        kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 2 }),
      }),
    ],
  });
}

/** The mean pinball loss of outputs `[batch, 7 × 3]` against targets `[batch, 7, 1]`. */
export function pinballLoss(outputs: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  const error = tf.sub(targets, tf.reshape(outputs, [-1, HORIZON, QUANTILES.length]));
  const quantiles = tf.tensor1d([...QUANTILES]);
  return tf.mean(tf.maximum(tf.mul(error, quantiles), tf.mul(error, tf.sub(quantiles, 1))));
}

/** Trainable numbers of one of some networks of the same shape. */
export function countParameters(networks: readonly Weights[]): number {
  return (networks[0] ?? []).reduce((sum, tensor) => sum + tensor.length, 0);
}
