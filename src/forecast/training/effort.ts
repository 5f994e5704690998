import { SEEDS } from '@/forecast/models/lstm/seeds';

/** How much is spent on one training. */
export interface Effort {
  /** One network is trained with each. */
  seeds: readonly number[];
  /** The first model's past is made by lessons that end so many days earlier. */
  pastLengths: readonly number[];
  /** Of each of those lessons. */
  pastSeeds: readonly number[];
  /** Networks trained at the same time: one core each. */
  processes: number;
}

/** For real fees: minutes of two cores, once a week. */
export const FULL_EFFORT: Effort = {
  seeds: SEEDS,
  pastLengths: [372, 200],
  pastSeeds: SEEDS.slice(0, 2),
  processes: 2,
};

/** For a demo's simulated fees, which one network learns well enough: below a minute of one core. */
export const DEMO_EFFORT: Effort = {
  seeds: SEEDS.slice(0, 1),
  pastLengths: [372],
  pastSeeds: SEEDS.slice(0, 1),
  processes: 1,
};
