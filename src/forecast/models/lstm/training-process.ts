import { trainNetwork } from './train-network';
import type { TrainingAnswer, TrainingRequest } from './training-messages';

process.once('disconnect', () => process.exit());

process.on('message', (request: TrainingRequest) => {
  const answer = (reply: TrainingAnswer): void => void process.send?.(reply);
  trainNetwork(request.samples, request.seed, { epochs: request.epochs }).then(
    (trained) => answer({ id: request.id, trained }),
    (error: unknown) => answer({ id: request.id, error: String(error) }),
  );
});
