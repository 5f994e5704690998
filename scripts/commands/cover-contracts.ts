/**
 * Runs the contracts' tests with Hardhat's own coverage, in a copy of the project in which every way
 * of every branch of contracts/ is a line of its own, and ends with 1 unless every line ran:
 * `npm run coverage:contracts`. (Their lines alone: `hardhat test --coverage`.)
 */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { readLineHits } from '../contracts/coverage/read-line-hits';
import { showBranches } from '../contracts/coverage/show-branches';
import { generateCode } from '../provision/generate-code';
import { runTool } from '../provision/run-tool';
import { behaviourTests } from '../test-run/contract-tests';

const COPY = '.data/contract-coverage';
const COPIED = ['contracts', 'docs', 'scripts', 'src', 'test/contracts', 'test/support'];
const FILES = ['hardhat.config.ts', 'package.json', 'tsconfig.json'];

await generateCode();
rmSync(COPY, { recursive: true, force: true });
mkdirSync(COPY, { recursive: true });
for (const path of [...COPIED, ...FILES]) cpSync(path, join(COPY, path), { recursive: true });
symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'));

const sources = readdirSync('contracts', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.sol'))
  .map((name) => join('contracts', name));
const shown = new Map(sources.map((file) => [file, showBranches(file)]));
for (const [file, { source }] of shown) writeFileSync(join(COPY, file), source);

const home = process.cwd();
process.chdir(COPY);
const { code } = await runTool('hardhat', ['--coverage', 'test', ...behaviourTests()], {
  onOutput: (text) => process.stdout.write(text),
});
const hits = readLineHits(readFileSync('coverage/lcov.info', 'utf8'));
process.chdir(home);

let lines = 0;
let ways = 0;
const faults: string[] = [];
for (const [file, ran] of hits) {
  const branches = shown.get(file);
  if (branches === undefined) throw new Error(`${file} is none of our contracts`);
  lines += ran.size;
  ways += branches.ways;
  for (const [line, didRun] of ran) {
    if (!didRun) faults.push(`${file}:${branches.trueLine(line)} a line or a way never ran`);
  }
}
console.log(`${hits.size} sources with code, ${lines} lines, of them ${ways} ways of branches`);
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? '100 % of lines and branches' : 'Not everything is covered');
process.exitCode = code === 0 && faults.length === 0 && hits.size > 0 ? 0 : 1;
