import { defineConfig } from 'hardhat/config';
import config from '../../hardhat.config';

/**
 * Everything as usual, but with the fuzz tests' and invariants' numbers for the night, and a seed of
 * their own for each night.
 */
export default defineConfig({
  ...config,
  test: {
    solidity: {
      fuzz: { runs: 10_000 },
      invariant: { runs: 10_000, depth: 100, failOnRevert: true },
    },
  },
});
