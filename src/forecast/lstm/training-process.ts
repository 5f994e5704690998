import { setPriority } from 'node:os';
import { trainNetwork } from './train-network';
import type { TrainingAnswer, TrainingRequest } from './training-messages';

// Training may take its time; whatever a person waits for goes first.
setPriority(19);

process.on('message', (request: TrainingRequest) => {
  const answer = (reply: TrainingAnswer): void => void process.send?.(reply);
  trainNetwork(request.samples, request.seed).then(
    (trained) => answer({ id: request.id, trained }),
    (error: unknown) => answer({ id: request.id, error: String(error) }),
  );
});
