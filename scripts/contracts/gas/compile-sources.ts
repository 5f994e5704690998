import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, '../../..');

/** The settings of hardhat.config.ts, for every contract that is measured. */
export const COMPILER_SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'prague',
} as const;

const outputSchema = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).default([]),
  contracts: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        abi: z.array(z.record(z.string(), z.unknown())),
        evm: z.object({ bytecode: z.object({ object: z.string() }) }),
      }),
    ),
  ),
});

const compilerSchema = z.object({
  compile: z.custom<(input: string, callbacks: { import: (path: string) => unknown }) => string>(
    (value) => typeof value === 'function',
  ),
});

/** A compiled contract. */
export interface CompiledContract {
  abi: readonly Record<string, unknown>[];
  bytecode: string;
}

/**
 * Compiles one source file with a compiler from npm; imports come from node_modules.
 * @param compiler the npm package: `solc`, or an older one under an alias
 * @param file path from the project's folder
 * @returns the file's contracts by name
 * @throws Error with the compiler's words
 */
export function compileSources(compiler: string, file: string): Map<string, CompiledContract> {
  const { compile } = compilerSchema.parse(require(compiler));
  const input = {
    language: 'Solidity',
    sources: { [file]: { content: readFileSync(join(ROOT, file), 'utf8') } },
    settings: {
      ...COMPILER_SETTINGS,
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
    },
  };
  const output = outputSchema.parse(JSON.parse(compile(JSON.stringify(input), { import: find })));
  const faults = output.errors.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.formattedMessage).join('\n'));
  return new Map(
    Object.entries(output.contracts[file] ?? {}).map(([name, { abi, evm }]) => [
      name,
      { abi, bytecode: `0x${evm.bytecode.object}` },
    ]),
  );
}

function find(path: string): { contents: string } | { error: string } {
  for (const folder of [ROOT, join(ROOT, 'node_modules')]) {
    try {
      return { contents: readFileSync(join(folder, path), 'utf8') };
    } catch {
      // Looked for in the next folder.
    }
  }
  return { error: `${path} is not there` };
}
