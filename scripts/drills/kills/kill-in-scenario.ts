import type { WorkerKiller } from './kill-workers';
import type { Trap } from './killing-proxy';
import { SCENARIOS } from './scenarios';

/** What came of a worker that was to die at an effect. */
export interface KillFindings {
  /** False: it was done before it had so many effects. */
  killed: boolean;
  wrong: string[];
}

/** Has a worker die at one of its effects, and another one do the rest. */
export async function killInScenario(
  killer: WorkerKiller,
  name: keyof typeof SCENARIOS,
  at: number,
  moment: Trap['moment'],
): Promise<KillFindings> {
  const work = await SCENARIOS[name]();
  const killed = await killer.run(at, moment);
  const wrong = await work.findWrong();
  await work.finish();
  return { killed, wrong: [...wrong, ...(await work.findWrongInTheEnd())] };
}
