/** Half a year to learn from beside the profile, the days held back and the newest. */
const LEAST_DAYS = 400;

/** Whether a model can be trained on so many days. */
export function hasEnoughDays(days: number): boolean {
  return days >= LEAST_DAYS;
}
