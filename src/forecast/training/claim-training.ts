import { env } from '@/platform/env';
import { claimTask } from './claim-task';
import { DEMO_EFFORT, FULL_EFFORT } from './effort';
import { trainModel, type Training } from './train-model';

/**
 * Trains a chain's model unless another worker does, or a model was trained recently, whether it was
 * accepted or not. Too little history is no training: the next attempt need not wait.
 * @param everyMs Nothing happens while the last training is younger; 0: whenever no worker trains.
 * @returns undefined when another worker trains, or one did recently enough.
 * @throws Error when a training process dies.
 */
export function claimTraining(
  chainId: number,
  everyMs: number,
  now: Date,
): Promise<Training | undefined> {
  const effort = env().FEE_SOURCE === 'simulated' ? DEMO_EFFORT : FULL_EFFORT;
  return claimTask(
    'train',
    chainId,
    everyMs,
    () => trainModel(chainId, now, effort),
    ({ trained }) => trained,
  );
}
