/**
 * Writes each contract's ABI and bytecode from Hardhat's artifacts as typed TypeScript, so that the
 * application needs neither Hardhat nor the compiler. Run it after `hardhat build`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const contracts = [
  {
    artifact: 'ReportRegistry.sol/ReportRegistry.json',
    output: 'report-registry.ts',
    name: 'reportRegistry',
  },
  {
    artifact: 'local/LocalPriceFeed.sol/LocalPriceFeed.json',
    output: 'local-price-feed.ts',
    name: 'localPriceFeed',
  },
];

const artifactSchema = z.object({
  abi: z.array(z.unknown()),
  bytecode: z.string().regex(/^0x[0-9a-f]+$/, 'is not linked bytecode'),
});

const artifactsFolder = new URL('../artifacts/contracts/', import.meta.url);
const outputFolder = new URL('../src/generated/', import.meta.url);

await mkdir(outputFolder, { recursive: true });
for (const { artifact, output, name } of contracts) {
  const { abi, bytecode } = artifactSchema.parse(
    JSON.parse(await readFile(new URL(artifact, artifactsFolder), 'utf8')),
  );
  await writeFile(
    new URL(output, outputFolder),
    [
      '// Written by scripts/generate-abi.ts from the Solidity sources.',
      `export const ${name}Abi = ${JSON.stringify(abi, null, 2)} as const;`,
      `export const ${name}Bytecode =\n  '${bytecode}';`,
      '',
    ].join('\n'),
  );
}
