import { LAGS, type Sample, type Window } from '@/forecast/models/window';
import { at } from '@/forecast/series/at';
import { tf } from './backend';

/** Windows as the network's input, `[n, 28, 3]`. */
export function toInputs(windows: readonly Window[]): tf.Tensor3D {
  return tf.tensor3d(
    windows.map(({ lags, weekday }) =>
      Array.from({ length: LAGS }, (_, index) => {
        const angle = (2 * Math.PI * (weekday + index - LAGS)) / 7;
        return [at(lags, index), Math.sin(angle), Math.cos(angle)];
      }),
    ),
  );
}

/** What followed, `[n, 7, 1]`. */
export function toTargets(samples: readonly Sample[]): tf.Tensor3D {
  return tf.tensor3d(samples.map(({ targets }) => targets.map((target) => [target])));
}
