import { compileSources, type CompiledContract } from './compile-sources';

/** One of our own contracts, compiled as hardhat.config.ts says. */
export function localArtifact(name: string): CompiledContract {
  const contract = compileSources('solc', `contracts/${name}.sol`).get(name);
  if (contract === undefined) throw new Error(`contracts/${name}.sol has no ${name}`);
  return contract;
}
