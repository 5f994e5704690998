import type { Sample } from '@/forecast/models/window';
import type { TrainedNetwork } from './train-network';

/** What a training process is asked … */
export interface TrainingRequest {
  id: number;
  samples: Sample[];
  seed: number;
  epochs?: number | undefined;
}

/** … and what it answers. */
export type TrainingAnswer =
  { id: number; trained: TrainedNetwork } | { id: number; error: string };
