import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { at } from '../series/at';
import { mean } from '../series/weekday-profile';
import { HORIZON, type FeeModel } from './model';
import { samplesOf, toLogs, TRAIN_DAYS, windowOf, type Window } from './window';

const PENALTY = 30;

/** Linear regression of each of the seven days on the 28 days before and the weekday, shrunk. */
export const ridge: FeeModel = {
  name: 'ridge',
  fit(history) {
    const samples = samplesOf(history, TRAIN_DAYS);
    const inputs = new Matrix(samples.map(features));
    const targets = new Matrix(samples.map((sample) => sample.targets));
    const gram = inputs.transpose().mmul(inputs);
    const penalty = Matrix.eye(gram.rows, gram.columns, PENALTY);
    penalty.set(0, 0, 0.001);
    const weights = new CholeskyDecomposition(gram.add(penalty)).solve(
      inputs.transpose().mmul(targets),
    );
    return (now) => {
      const window = windowOf(now);
      const relative = new Matrix([features(window)]).mmul(weights).getRow(0);
      return { mid: toLogs(window, relative.slice(0, HORIZON)) };
    };
  },
};

/** Constant, fourteen days, means of longer spans, weekday. */
function features({ lags, weekday }: Window): number[] {
  const spans = [14, 28].map((days) => mean(lags.subarray(-days)));
  const weekdays = Array.from({ length: 7 }, (_, index) => (index === weekday ? 1 : 0));
  return [1, ...lags.subarray(-14), ...spans, ...weekdays, ...[0].map((i) => at(lags, i))];
}
