/** How much is done at once: less after a failure, more after a success. */
export interface AdaptiveSize {
  size: () => number;
  grow: () => void;
  /** @returns false when it was the least already */
  shrink: () => boolean;
}

/**
 * Begins with the most, takes a fifth after each failure and doubles after each success: work that is too much for a
 * slow machine or a narrow service is split until it passes.
 */
export function adaptiveSize({ most, least }: { most: number; least: number }): AdaptiveSize {
  let size = most;
  return {
    size: () => size,
    grow: () => {
      size = Math.min(most, size * 2);
    },
    shrink: () => {
      const before = size;
      size = Math.max(least, Math.floor(size / 5));
      return size < before;
    },
  };
}
