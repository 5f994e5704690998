import { availableParallelism } from 'node:os';
import { execa } from 'execa';
import { type Mutant, type Verdict, verdictSchema } from './mutant';

/** Mutants per process; then a fresh one follows. */
const BATCH = 50;

/**
 * Runs the tests against mutants, in processes side by side.
 * @param onVerdict called with each verdict as it comes
 * @throws Error when a process ends before all its mutants are done
 */
export async function runInBatches(
  mutants: readonly Mutant[],
  onVerdict: (mutant: Mutant, verdict: Verdict) => void,
): Promise<Verdict[]> {
  const batches: Mutant[][] = [];
  for (let at = 0; at < mutants.length; at += BATCH) batches.push(mutants.slice(at, at + BATCH));
  const verdicts: Verdict[] = [];
  const work = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      verdicts.push(...(await runBatch(batch, onVerdict)));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return verdicts;
}

async function runBatch(
  batch: readonly Mutant[],
  onVerdict: (mutant: Mutant, verdict: Verdict) => void,
): Promise<Verdict[]> {
  const byId = new Map(batch.map((mutant) => [mutant.id, mutant]));
  const program = ['--import', 'tsx', 'scripts/contracts/mutants/run-mutants.ts'];
  const child = execa(process.execPath, program, {
    input: batch.map((mutant) => `${JSON.stringify(mutant)}\n`).join(''),
    stderr: 'inherit',
    reject: false,
  });
  const verdicts: Verdict[] = [];
  for await (const line of child) {
    if (!line.startsWith('{')) continue;
    const verdict = verdictSchema.parse(JSON.parse(line));
    const mutant = byId.get(verdict.id);
    if (mutant === undefined) continue;
    verdicts.push(verdict);
    onVerdict(mutant, verdict);
  }
  await child;
  if (verdicts.length < batch.length)
    throw new Error('A process that runs mutants ended too early');
  return verdicts;
}
