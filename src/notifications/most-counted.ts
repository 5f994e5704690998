/** The bell shows "99+" for more; no more rows than this are read. */
export const MOST_COUNTED = 100;
