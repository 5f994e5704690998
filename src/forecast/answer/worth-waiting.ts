/** Per cent; less is not worth a wait. */
const WORTH_WAITING = 10;

/** Whether a saving, in per cent of what a transaction costs now, is worth a wait. */
export function isWorthWaiting(percent: number): boolean {
  return percent >= WORTH_WAITING;
}
