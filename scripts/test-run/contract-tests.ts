import { readdirSync } from 'node:fs';

/**
 * The tests of how the contracts behave, and the Solidity they are written with, which Hardhat builds
 * only when it is named. The other folders hold documents and figures against the sources' text, or
 * build and publish it: they do not test an instrumented or mutated build, and disturb it.
 * @returns paths from the project's root
 */
export function behaviourTests(): string[] {
  return [
    ...filesOf('test/contracts', /\.(test\.ts|t\.sol)$/),
    ...filesOf('test/contracts/support', /\.sol$/),
  ];
}

function filesOf(folder: string, names: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => names.test(name))
    .map((name) => `${folder}/${name}`);
}
