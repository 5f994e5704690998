import { measureEas } from './measure-eas';
import { measureOurs } from './measure-ours';
import { measurePaper } from './measure-paper';

/** Everything that the bench measures, in gas: the same in every run. */
export type GasFigures = Awaited<ReturnType<typeof measureAll>>;

/** Measures our contract, the paper's and EAS, each on a fresh chain, and computes the floor. */
export async function measureAll() {
  const { ours, floor } = await measureOurs();
  return { ours, paper: await measurePaper(), eas: await measureEas(), floor };
}
