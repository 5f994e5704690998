/**
 * Puts one small fault after another into the contracts and sees whether a test notices each:
 * `npm run test:mutants`, or `npm run test:mutants -- WORD` for those whose id holds the word. Ends
 * with 1 when a fault went unnoticed that scripts/contracts/mutants/explained-survivors.json does not
 * explain, or when that file explains one that is noticed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { findMutants } from '../contracts/mutants/find-mutants';
import type { Mutant, Verdict } from '../contracts/mutants/mutant';
import { runInBatches } from '../contracts/mutants/run-in-batches';

const EXPLAINED = 'scripts/contracts/mutants/explained-survivors.json';

const explained = z
  .record(z.string(), z.string().min(20))
  .parse(JSON.parse(readFileSync(EXPLAINED, 'utf8')));
const word = process.argv[2] ?? '';

const files = readdirSync('contracts', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.sol'))
  .map((name) => `contracts/${name}`)
  .sort();
const mutants = files.flatMap(findMutants).filter(({ id }) => id.includes(word));
console.log(`${mutants.length} mutants of ${files.length} sources`);

let done = 0;
const verdicts = await runInBatches(mutants, (mutant, verdict) => {
  done += 1;
  console.log(`${done}/${mutants.length} ${describe(mutant, verdict)}`);
});

function describe({ id, file, line }: Mutant, { outcome, by }: Verdict): string {
  return `${outcome} ${file}:${line} ${id}${by === undefined ? '' : ` (${by})`}`;
}

const outcomes = new Map(verdicts.map(({ id, outcome }) => [id, outcome]));
const survivors = mutants.filter(({ id }) => outcomes.get(id) === 'survived');
const unexplained = survivors.filter(({ id }) => !(id in explained));
const outdated = Object.keys(explained).filter(
  (id) => id.includes(word) && outcomes.get(id) !== 'survived',
);
const count = (wanted: Verdict['outcome']) =>
  verdicts.filter(({ outcome }) => outcome === wanted).length;

console.log(
  `\n${count('killed')} killed, ${survivors.length} survived (${unexplained.length} unexplained)`,
);
console.log(
  `${count('stillborn')} refused by the compiler, ${count('same-code')} made no difference to the code`,
);
for (const { id } of survivors.filter(({ id: one }) => one in explained)) {
  console.log(`explained: ${id}\n  ${explained[id] ?? ''}`);
}
for (const { id, file, line } of unexplained) console.log(`UNEXPLAINED ${file}:${line} ${id}`);
for (const id of outdated) console.log(`EXPLAINED, BUT NOT A SURVIVOR: ${id}`);
process.exitCode = unexplained.length + outdated.length > 0 ? 1 : 0;
