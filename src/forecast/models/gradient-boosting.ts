import { seededRandom, shuffle } from '../series/seeded-random';
import { at } from '../series/at';
import { mean } from '../series/weekday-profile';
import type { DailySeries } from '../series/daily-series';
import type { FeeModel, WeekPath } from './model';
import { predictTree, binInputs, growTree, type Tree } from './regression-tree';
import { samplesOf, toLogs, TRAIN_DAYS, windowOf, type Window } from './window';

const TREES = 150;
const RATE = 0.05;
const SUBSAMPLE = 0.5;
const DEPTH = 4;
const MIN_LEAF = 40;
const SHRINKAGE = 10;
/** Beyond this a residual counts no more: panics shall not shape the trees. */
const CLIP = 0.5;
const SEED = 7;

/** Gradient-boosted regression trees over all seven days at once, with a Huber-like clipped loss. */
export const gradientBoosting: FeeModel = {
  name: 'gradientBoosting',
  fit(history) {
    const trees = growTrees(history);
    return (now) => predictTrees(trees, now);
  },
};

/** What the trees learn from a history. */
export function growTrees(history: DailySeries): Tree[] {
  const samples = samplesOf(history, TRAIN_DAYS);
  const rows = samples.flatMap((sample) => sample.targets.map((_, day) => features(sample, day)));
  return boost(
    rows,
    samples.flatMap((sample) => sample.targets),
  );
}

/** The prediction of grown trees. */
export function predictTrees(trees: readonly Tree[], history: DailySeries): WeekPath {
  const window = windowOf(history);
  const relative = window.seasonal.map((_, day) => {
    const inputs = features(window, day);
    return trees.reduce((sum, tree) => sum + RATE * predictTree(tree, inputs), 0);
  });
  return { mid: toLogs(window, relative) };
}

function boost(rows: readonly Float64Array[], targets: readonly number[]): Tree[] {
  const inputs = binInputs(rows);
  const random = seededRandom(SEED);
  const fitted = new Float64Array(rows.length);
  const width = inputs.columns.length;
  return Array.from({ length: TREES }, () => {
    const residuals = fitted.map((value, row) =>
      Math.max(-CLIP, Math.min(CLIP, at(targets, row) - value)),
    );
    const chosen = shuffle(rows.length, random).slice(0, rows.length * SUBSAMPLE);
    const columns = shuffle(width, random).slice(0, Math.ceil(width * SUBSAMPLE));
    const limits = { depth: DEPTH, minLeaf: MIN_LEAF, shrinkage: SHRINKAGE, columns };
    const tree = growTree(inputs, residuals, Uint32Array.from(chosen), limits);
    rows.forEach((row, index) => {
      fitted[index] = at(fitted, index) + RATE * predictTree(tree, row);
    });
    return tree;
  });
}

/** The day asked for, its weekday and usual difference, the last fortnight, means and scatter. */
function features({ lags, weekday, seasonal }: Window, day: number): Float64Array {
  const spans = [3, 14, 28].map((days) => mean(lags.subarray(-days)));
  const scatter = [7, 28].map((days) =>
    Math.sqrt(mean(lags.subarray(-days).map((lag) => lag ** 2))),
  );
  return Float64Array.from([
    day,
    (weekday + day) % 7,
    at(seasonal, day),
    at(lags, lags.length - 7 + day),
    ...lags.subarray(-10),
    ...spans,
    ...scatter,
  ]);
}
