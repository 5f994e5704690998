import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const compilerSchema = z.object({
  compile: z.custom<(input: string, callbacks: { import: (path: string) => unknown }) => string>(
    (value) => typeof value === 'function',
  ),
});
const { compile } = compilerSchema.parse(createRequire(import.meta.url)('solc'));

/**
 * Runs the compiler as hardhat.config.ts does, only without the hash of the sources in the code: equal
 * code is then equal bytes.
 * @param sources the files that differ from those on the disk
 */
export function compileWith(
  sources: Readonly<Record<string, string>>,
  outputSelection: Record<string, Record<string, string[]>>,
): unknown {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(
      Object.entries(sources).map(([file, content]) => [file, { content }]),
    ),
    settings: {
      optimizer: { enabled: true, runs: 200 },
      evmVersion: 'prague',
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      outputSelection,
    },
  };
  return JSON.parse(compile(JSON.stringify(input), { import: find }));
}

function find(path: string): { contents: string } | { error: string } {
  for (const place of [path, `node_modules/${path}`]) {
    try {
      return { contents: readFileSync(place, 'utf8') };
    } catch {
      // Looked for in the next place.
    }
  }
  return { error: `${path} is not there` };
}
