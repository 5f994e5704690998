/**
 * Why there is no price in USD: no feed is configured on this chain, the feed did not answer, its answer is
 * not above zero, or it is older than PRICE_FEED_MAX_AGE.
 */
export const PRICE_PROBLEMS = ['no-feed', 'no-answer', 'not-positive', 'stale'] as const;

/** Why there is no price in USD. */
export type PriceProblem = (typeof PRICE_PROBLEMS)[number];
