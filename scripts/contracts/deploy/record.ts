import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const hash = z.string().regex(/^0x[0-9a-f]{64}$/);

const creationShape = {
  chainId: z.number().int().positive(),
  /** Address of ReportRegistry: where it is, or will be once its creation is mined. */
  registry: address,
  /** The transaction that creates the registry. */
  transaction: hash,
  deployer: address,
  constructorArguments: z.object({ adminDelaySeconds: z.number().int(), admin: address }),
  /** The commit that was deployed, `-dirty` when the tree differed; null outside of Git. */
  commit: z.string().nullable(),
  /** Compiler, optimizer runs and EVM version: what a block explorer asks for to verify. */
  compiler: z.string(),
};

const sentSchema = z.object({
  state: z.literal('sent'),
  ...creationShape,
  /** The deployer's nonce that the creation takes: of all transactions with it one can be mined. */
  nonce: z.number().int().nonnegative(),
  /** Keccak-256 of the creation's data, by which it is known when a wallet has raised its fee. */
  dataHash: hash,
  /** The newest block when it was sent: it can only be in a later one. */
  sentAtBlock: z.number().int().nonnegative(),
});

const deployedSchema = z.object({
  ...creationShape,
  /** The block that holds the registry's creation: the follower starts here. */
  block: z.number().int().nonnegative(),
  /** The account that holds ISSUER_ROLE; absent while the grant is not confirmed. */
  issuer: address.optional(),
  /** The account that was given RECOVERY_ROLE; absent where none was named. */
  recoverer: address.optional(),
  /** Address of TrailAnchor, written before its creation is sent; absent where the trail is not anchored. */
  trailAnchor: address.optional(),
  /** The account that was given ANCHOR_ROLE; absent while the grant is not confirmed. */
  trailOperator: address.optional(),
  /** Address of LocalPriceFeed; absent where Chainlink has a feed. */
  priceFeed: address.optional(),
  /** Where and when the source was published; absent while it is not. */
  verified: z.object({ explorer: z.string(), url: z.url(), at: z.iso.datetime() }).optional(),
});

const recordSchema = z.union([sentSchema, deployedSchema]);

/** A registry's creation of which is not known yet that it was mined and confirmed. */
export type SentCreation = z.infer<typeof sentSchema>;

/** What was deployed on one chain. */
export type DeploymentRecord = z.infer<typeof deployedSchema>;

/**
 * Reads a record.
 * @returns undefined when there is no such file
 * @throws Error when the file is not a record
 */
export async function readDeploymentRecord(
  file: string,
): Promise<SentCreation | DeploymentRecord | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(
      `${file} is not a deployment record. Restore it (it is kept in Git), or remove it to deploy another registry.`,
      { cause: error },
    );
  }
}

/** Writes a record in one step: a crash leaves the old file or the new one. */
export async function writeDeploymentRecord(
  file: string,
  record: SentCreation | DeploymentRecord,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { flush: true });
  await rename(`${file}.new`, file);
}
