import { at } from '../series/at';

/** Inputs cut into at most 32 bins per column: a split is then a choice among bins. */
export interface BinnedInputs {
  columns: Uint8Array[];
  edges: Float64Array[];
}

export type Tree = { value: number } | { column: number; edge: number; below: Tree; above: Tree };

export interface TreeLimits {
  depth: number;
  minLeaf: number;
  /** Added to a leaf's weight, so that a leaf of few rows counts little. */
  shrinkage: number;
  /** Which columns a split may use, sampled for each tree. */
  columns: readonly number[];
}

const BINS = 32;

/** @param rows One array of inputs per sample. */
export function binInputs(rows: readonly ArrayLike<number>[]): BinnedInputs {
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, column) => {
    const sorted = Float64Array.from(rows, (row) => at(row, column)).sort();
    const cuts = Array.from({ length: BINS - 1 }, (__, cut) =>
      at(sorted, Math.floor(((cut + 1) * sorted.length) / BINS)),
    );
    return Float64Array.from(new Set(cuts));
  });
  const columns = edges.map((cuts, column) =>
    Uint8Array.from(rows, (row) => cuts.filter((cut) => at(row, column) >= cut).length),
  );
  return { columns, edges };
}

/** Grows one tree of least squares on `residuals`, over the samples named by `rows`. */
export function growTree(
  inputs: BinnedInputs,
  residuals: Float64Array,
  rows: Uint32Array,
  limits: TreeLimits,
): Tree {
  let sum = 0;
  for (const row of rows) sum += at(residuals, row);
  const leaf = { value: sum / (rows.length + limits.shrinkage) };
  if (limits.depth === 0) return leaf;
  const split = bestSplit(inputs, residuals, rows, sum, limits);
  if (split === undefined) return leaf;
  const bins = inputs.columns[split.column] ?? new Uint8Array();
  const next = { ...limits, depth: limits.depth - 1 };
  return {
    column: split.column,
    edge: at(inputs.edges[split.column] ?? [], split.bin),
    below: growTree(
      inputs,
      residuals,
      rows.filter((row) => at(bins, row) <= split.bin),
      next,
    ),
    above: growTree(
      inputs,
      residuals,
      rows.filter((row) => at(bins, row) > split.bin),
      next,
    ),
  };
}

/** What a tree predicts for one sample's raw inputs. */
export function predictTree(tree: Tree, inputs: ArrayLike<number>): number {
  let node = tree;
  while ('edge' in node) node = at(inputs, node.column) < node.edge ? node.below : node.above;
  return node.value;
}

function bestSplit(
  { columns, edges }: BinnedInputs,
  residuals: Float64Array,
  rows: Uint32Array,
  total: number,
  { columns: allowed, minLeaf, shrinkage }: TreeLimits,
): { column: number; bin: number } | undefined {
  let best: { column: number; bin: number } | undefined;
  let gain = total ** 2 / (rows.length + shrinkage) + 1e-9;
  const sums = new Float64Array(BINS);
  const counts = new Uint32Array(BINS);
  for (const column of allowed) {
    const bins = columns[column] ?? new Uint8Array();
    sums.fill(0);
    counts.fill(0);
    for (const row of rows) {
      const bin = at(bins, row);
      sums[bin] = at(sums, bin) + at(residuals, row);
      counts[bin] = at(counts, bin) + 1;
    }
    let [sum, count] = [0, 0];
    for (let bin = 0; bin < (edges[column]?.length ?? 0); bin++) {
      sum += at(sums, bin);
      count += at(counts, bin);
      const rest = rows.length - count;
      if (count < minLeaf || rest < minLeaf) continue;
      const score = sum ** 2 / (count + shrinkage) + (total - sum) ** 2 / (rest + shrinkage);
      if (score > gain) [gain, best] = [score, { column, bin }];
    }
  }
  return best;
}
