import { compileSources, type CompiledContract } from './compile-sources';

/** One of our own contracts, compiled with the settings of hardhat.config.ts. */
export function localArtifact(name: string): CompiledContract {
  const contract = compileSources('solc', `contracts/${name}.sol`).get(name);
  if (contract === undefined) throw new Error(`contracts/${name}.sol has no ${name}`);
  return contract;
}
