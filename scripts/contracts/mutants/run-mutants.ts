/**
 * Runs the tests against the mutants of the standard input, one JSON object per line, and writes one verdict
 * per line. Started by scripts/commands/test-mutants.ts, with a bounded number of mutants: a chain of
 * Hardhat's is given back only when its process ends.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { behaviourTests } from '../../test-run/contract-tests';
import { type CollectedTest, collectedTests, collectFrom } from './collected-tests';
import { compileWith } from './compile-with';
import { type Mutant, mutantSchema, type Verdict } from './mutant';

/** What the sources are compiled to. */
const CONTRACTS = {
  ReportRegistry: 'contracts/ReportRegistry.sol',
  TrailAnchor: 'contracts/TrailAnchor.sol',
  LocalPriceFeed: 'contracts/local/LocalPriceFeed.sol',
} as const;

const outputSchema = z.object({
  contracts: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          abi: z.array(z.unknown()),
          evm: z.object({ bytecode: z.object({ object: z.string() }) }),
        }),
      ),
    )
    .default({}),
});

interface Compiled {
  abi: unknown[];
  bytecode: string;
}

function compileAll(changed: Readonly<Record<string, string>>): Map<string, Compiled> {
  const sources = Object.fromEntries(
    Object.values(CONTRACTS).map((file) => [file, readFileSync(file, 'utf8')]),
  );
  const wanted = { '*': { '*': ['abi', 'evm.bytecode.object'] } };
  const { contracts } = outputSchema.parse(compileWith({ ...sources, ...changed }, wanted));
  return new Map(
    Object.entries(CONTRACTS).flatMap(([name, file]) => {
      const contract = contracts[file]?.[name];
      if (contract === undefined) return [];
      return [
        [name, { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` }] as const,
      ];
    }),
  );
}

async function loadTests(): Promise<void> {
  const standIn = pathToFileURL(join(import.meta.dirname, 'collected-tests.ts')).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'node:test' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  });
  for (const path of behaviourTests().filter((name) => name.endsWith('.test.ts'))) {
    collectFrom(basename(path));
    await import(pathToFileURL(path).href);
  }
}

/** The tests that noticed most so far come first. */
const kills = new Map<CollectedTest, number>();

async function firstFailure(): Promise<string | undefined> {
  const order = [...collectedTests].sort(
    (one, other) => (kills.get(other) ?? 0) - (kills.get(one) ?? 0),
  );
  for (const test of order) {
    try {
      await test.run();
    } catch {
      kills.set(test, (kills.get(test) ?? 0) + 1);
      return test.name;
    }
  }
  return undefined;
}

const { artifacts } = await import('hardhat');
await loadTests();
const sound = compileAll({});
let present = sound;
const original = artifacts.readArtifact.bind(artifacts);
artifacts.readArtifact = async (name) => {
  const artifact = await original(name);
  return { ...artifact, ...present.get(name) };
};

async function runMutant({ id, file, start, end, replacement }: Mutant): Promise<Verdict> {
  const source = readFileSync(file);
  const parts = [source.subarray(0, start), Buffer.from(replacement), source.subarray(end)];
  present = compileAll({ [file]: Buffer.concat(parts).toString() });
  if (present.size < sound.size) return { id, outcome: 'stillborn' };
  const isSame = [...sound].every(
    ([name, { bytecode }]) => present.get(name)?.bytecode === bytecode,
  );
  if (isSame) return { id, outcome: 'same-code' };
  const by = await firstFailure();
  return by === undefined ? { id, outcome: 'survived' } : { id, outcome: 'killed', by };
}

const soundFailure = await firstFailure();
if (soundFailure !== undefined) throw new Error(`Fails without a mutant: ${soundFailure}`);
for await (const line of createInterface({ input: process.stdin })) {
  const verdict = await runMutant(mutantSchema.parse(JSON.parse(line)));
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}
process.exit(0);
