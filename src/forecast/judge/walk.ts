/** The days a judge walks over; all are indices of a series. */
export interface Walk {
  /** Where the run-in begins: forecasts from here teach calibration, but are not judged. */
  first: number;
  /** The first and last origin that is judged. */
  from: number;
  last: number;
  /** Days between two fits while judged, and during the run-in. */
  refitDays: number;
  runInRefitDays: number;
}

/** Whether the models are fitted anew on this day. */
export function refitAt({ first, from, refitDays, runInRefitDays }: Walk, origin: number): boolean {
  return origin < from
    ? (origin - first) % runInRefitDays === 0
    : (origin - from) % refitDays === 0;
}

/** The days of a walk on which the models are fitted, each with the last day that uses the fit. */
export function fitsOf(walk: Walk): { origin: number; until: number }[] {
  const origins: number[] = [];
  for (let origin = walk.first; origin <= walk.last; origin++) {
    if (refitAt(walk, origin)) origins.push(origin);
  }
  return origins.map((origin, index) => ({
    origin,
    until: (origins[index + 1] ?? walk.last + 1) - 1,
  }));
}
