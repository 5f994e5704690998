import type { ForecastAnswer } from './forecast-answer';
import { isWorthWaiting } from './worth-waiting';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

/**
 * The advice measured against what gas costs at this very moment, which may be far from the last hour
 * that is known.
 * @param gwei The price of gas now.
 */
export function adviseAgainst({ advice, current }: Ready, gwei: number): Ready['advice'] {
  const against = (percent: number): number => 100 - ((100 - percent) * current) / gwei;
  const { likely, low, high } = advice.saving;
  const saving = { likely: against(likely), low: against(low), high: against(high) };
  const waits = !advice.begun && isWorthWaiting(saving.likely);
  return { ...advice, saving, kind: waits ? 'wait' : 'now' };
}
