import { createRequire } from 'node:module';
import { getBytes, hexlify, type JsonRpcProvider } from 'ethers';
import { z } from 'zod';

const require = createRequire(import.meta.url);

const compilerSchema = z.object({
  version: z.custom<() => string>((value) => typeof value === 'function'),
  compile: z.custom<(input: string) => string>((value) => typeof value === 'function'),
});

const codeSchema = z.object({ object: z.string() });
const places = z.array(z.object({ start: z.number(), length: z.number() }));
const outputSchema = z.object({
  contracts: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        evm: z.object({
          bytecode: codeSchema,
          deployedBytecode: codeSchema.extend({
            immutableReferences: z.record(z.string(), places),
          }),
        }),
      }),
    ),
  ),
});

/** What a contract is claimed to be compiled from. */
export interface Claim {
  address: string;
  /** Standard JSON input. */
  input: string;
  /** `file:Contract`. */
  contract: string;
  /** With its commit, such as `v0.8.37+commit.f401782d`. */
  compiler: string;
  /** Encoded, without `0x`; undefined where they are taken from the chain. */
  constructorArguments?: string;
}

/** What was compiled before, by its input: it takes seconds. */
const compiled: Record<string, z.infer<typeof outputSchema>> = {};

/**
 * Compiles what is claimed, and compares the code, metadata included, and the arguments with what was
 * deployed.
 * @returns what is wrong with the claim, or undefined
 */
export async function verifySource(
  rpc: JsonRpcProvider,
  claim: Claim,
): Promise<string | undefined> {
  const { address, input, contract } = claim;
  const { version, compile } = compilerSchema.parse(require('solc'));
  if (!`v${version()}`.startsWith(`${claim.compiler}.`)) return 'compiler';
  const [file = '', name = ''] = contract.split(':');
  compiled[input] ??= outputSchema.parse(JSON.parse(compile(input)));
  const made = compiled[input].contracts[file]?.[name]?.evm;
  if (made === undefined) return 'no such contract';

  const { object, immutableReferences } = made.deployedBytecode;
  const mask = (code: string) => {
    const bytes = getBytes(code);
    for (const { start, length } of Object.values(immutableReferences).flat()) {
      bytes.fill(0, start, start + length);
    }
    return hexlify(bytes);
  };
  if (mask(await rpc.getCode(address)) !== mask(`0x${object}`)) return 'bytecode';
  if (claim.constructorArguments === undefined) return undefined;
  const creation = `0x${made.bytecode.object}${claim.constructorArguments}`;
  return (await creationOf(rpc, address)) === creation ? undefined : 'constructor arguments';
}

async function creationOf(rpc: JsonRpcProvider, address: string): Promise<string | undefined> {
  const head = await rpc.getBlockNumber();
  for (let number = 0; number <= head; number += 1) {
    const block = await rpc.getBlock(number, true);
    for (const { hash, to, data } of block?.prefetchedTransactions ?? []) {
      const receipt = to === null ? await rpc.getTransactionReceipt(hash) : null;
      if (receipt?.contractAddress === address) return data;
    }
  }
  return undefined;
}
