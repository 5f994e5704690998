import { tf } from './backend';

/** A trained network, in the order of `tf.LayersModel.getWeights()`. */
export type Weights = number[][];

/** A copy of the weights of a network. */
export function readWeights(network: tf.LayersModel): Weights {
  return network.getWeights().map((tensor) => Array.from(tensor.dataSync()));
}

/** @throws Error when the weights are not of this network's shapes. */
export function loadWeights(network: tf.LayersModel, weights: Weights): void {
  tf.tidy(() => {
    network.setWeights(
      network.getWeights().map((tensor, index) => tf.tensor(weights[index] ?? [], tensor.shape)),
    );
  });
}
