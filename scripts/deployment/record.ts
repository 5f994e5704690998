import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const hash = z.string().regex(/^0x[0-9a-f]{64}$/);

const recordSchema = z.object({
  chainId: z.number().int().positive(),
  /** Address of ReportRegistry. */
  registry: address,
  /** The block that holds the registry's creation: the follower starts here. */
  block: z.number().int().nonnegative(),
  /** The transaction that created the registry. */
  transaction: hash,
  deployer: address,
  /** The account that holds ISSUER_ROLE; absent while the grant is not confirmed. */
  issuer: address.optional(),
  /** Address of LocalPriceFeed; absent where Chainlink has a feed. */
  priceFeed: address.optional(),
  constructorArguments: z.object({ adminDelaySeconds: z.number().int(), admin: address }),
  /** The commit that was deployed, `-dirty` when the tree differed; null outside of Git. */
  commit: z.string().nullable(),
  /** Compiler, optimizer runs and EVM version: what a block explorer asks for to verify. */
  compiler: z.string(),
});

/** What was deployed on one chain. */
export type DeploymentRecord = z.infer<typeof recordSchema>;

/**
 * Reads a record.
 * @returns undefined when there is no such file
 * @throws when the file is not a record
 */
export async function readDeploymentRecord(file: string): Promise<DeploymentRecord | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`${file} is not a deployment record`, { cause: error });
  }
}

/** Writes a record in one step: a crash leaves the old file or the new one. */
export async function writeDeploymentRecord(file: string, record: DeploymentRecord): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
