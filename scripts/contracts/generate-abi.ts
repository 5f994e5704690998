/**
 * Writes each contract's ABI and bytecode from Hardhat's artifacts as typed TypeScript, so that the
 * application needs neither Hardhat nor the compiler. Run it after `hardhat build`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const CONTRACTS = [
  {
    artifact: 'contracts/ReportRegistry.sol/ReportRegistry.json',
    output: 'report-registry.ts',
    name: 'reportRegistry',
  },
  {
    artifact: 'contracts/TrailAnchor.sol/TrailAnchor.json',
    output: 'trail-anchor.ts',
    name: 'trailAnchor',
  },
  {
    artifact: 'contracts/local/LocalPriceFeed.sol/LocalPriceFeed.json',
    output: 'local-price-feed.ts',
    name: 'localPriceFeed',
  },
];

const ARTIFACTS = new URL('../../artifacts/', import.meta.url);
const OUTPUT = new URL('../../src/generated/', import.meta.url);

const artifactSchema = z.object({
  abi: z.array(z.unknown()),
  bytecode: z.string().regex(/^0x[0-9a-f]+$/, 'is not linked bytecode'),
  deployedBytecode: z.string(),
  immutableReferences: z.record(
    z.string(),
    z.array(z.object({ start: z.number(), length: z.number() })),
  ),
  buildInfoId: z.string(),
});

const buildInfoSchema = z.object({
  solcLongVersion: z.string(),
  input: z.object({
    settings: z.object({ evmVersion: z.string(), optimizer: z.object({ runs: z.number() }) }),
  }),
});

/** Reads one of Hardhat's JSON files. */
async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(new URL(path, ARTIFACTS), 'utf8')));
}

await mkdir(OUTPUT, { recursive: true });
for (const { artifact, output, name } of CONTRACTS) {
  const { abi, bytecode, buildInfoId, ...deployed } = await read(artifact, artifactSchema);
  const { solcLongVersion, input } = await read(`build-info/${buildInfoId}.json`, buildInfoSchema);
  const { evmVersion, optimizer } = input.settings;
  const compiler = `solc ${solcLongVersion}, optimizer ${optimizer.runs}, evm ${evmVersion}`;
  const source = [
    '// Written by scripts/contracts/generate-abi.ts from the Solidity sources.',
    `export const ${name}Abi = ${JSON.stringify(abi, null, 2)} as const;`,
    `export const ${name}Compiler = '${compiler}';`,
    `export const ${name}Bytecode =\n  '${bytecode}';`,
    '',
  ];
  await writeFile(new URL(output, OUTPUT), source.join('\n'));
  // Apart, so that no page carries it: what a deployment leaves on the chain, for who watches it.
  const runtime = JSON.stringify(deployed);
  await writeFile(
    new URL(output.replace('.ts', '-runtime.ts'), OUTPUT),
    `${source[0] ?? ''}\nexport const ${name}Runtime = ${runtime} as const;\n`,
  );
}
