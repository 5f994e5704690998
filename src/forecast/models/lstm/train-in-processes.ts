import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Sample } from '@/forecast/models/window';
import type { TrainedNetwork } from './train-network';
import type { TrainingAnswer, TrainingRequest } from './training-messages';

const ENTRY = fileURLToPath(new URL('./training-process.ts', import.meta.url));
const PROCESSES = 2;

export interface Training {
  samples: Sample[];
  seed: number;
  /** Passes over the samples, at most. */
  epochs?: number;
}

/**
 * Trains networks in processes of their own, so that they block nothing and a crash takes nothing else
 * down.
 * @param options.processes How many at a time, two by default.
 * @param options.onDone Called after each network.
 * @returns the networks in the order of `trainings`.
 * @throws Error when a process dies or a training fails; the other processes are then ended.
 */
export async function trainInProcesses(
  trainings: readonly Training[],
  {
    processes = PROCESSES,
    onDone,
  }: {
    processes?: number | undefined;
    onDone?: (index: number, trained: TrainedNetwork, done: number) => void;
  } = {},
): Promise<TrainedNetwork[]> {
  const trained: TrainedNetwork[] = [];
  const queue = trainings.entries();
  let done = 0;
  const children = Array.from({ length: Math.min(processes, trainings.length) }, startProcess);
  const work = async (child: ChildProcess): Promise<void> => {
    for (const [id, training] of queue) {
      const network = await ask(child, { id, ...training });
      trained[id] = network;
      onDone?.(id, network, ++done);
    }
  };
  try {
    await Promise.all(children.map(work));
    return trained;
  } finally {
    for (const child of children) child.kill();
  }
}

function startProcess(): ChildProcess {
  return fork(ENTRY, {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function ask(child: ChildProcess, request: TrainingRequest): Promise<TrainedNetwork> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null): void => {
      reject(new Error(`the training process ended with ${code ?? 'a signal'}`));
    };
    child.once('exit', died);
    child.once('message', (answer: TrainingAnswer) => {
      child.off('exit', died);
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer.trained);
    });
    // A process that died between two networks is noticed only here.
    child.send(request, (error) => {
      if (error) reject(error);
    });
  });
}
