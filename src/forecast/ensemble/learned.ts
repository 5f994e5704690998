import { predictNetworks } from '@/forecast/models/lstm/predict-network';
import type { Weights } from '@/forecast/models/lstm/weights';
import { predictTrees } from '@/forecast/models/gradient-boosting';
import type { Tree } from '@/forecast/models/regression-tree';
import type { WeekPath } from '@/forecast/models/model';
import { windowOf } from '@/forecast/models/window';
import type { DailySeries } from '@/forecast/series/daily-series';
import type { ComponentPaths } from './combine-paths';

/** What the product has learned: several networks whose mean counts, and boosted trees. */
export interface Learned {
  networks: Weights[];
  trees: Tree[];
}

/** What each component forecasts at the end of each history: the networks first, then the trees. */
export async function askLearned(
  { networks, trees }: Learned,
  histories: readonly DailySeries[],
): Promise<ComponentPaths[]> {
  if (histories.length === 0) return [];
  const paths = await predictNetworks(networks, histories.map(windowOf));
  return histories.map((history, index) => {
    const path = paths[index];
    return path ? [path, predictTrees(trees, history)] : [predictTrees(trees, history)];
  });
}

/** The forecast of the networks among what `askLearned` gave: the first of two. */
export function networkPath(components: ComponentPaths | undefined): WeekPath | undefined {
  const [path, trees] = components ?? [];
  return trees && path;
}
