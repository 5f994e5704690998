/** One network each; their mean is the forecast. */
export const SEEDS: readonly number[] = [1, 11, 21, 31, 41];
