import { createRequire } from 'node:module';
import keystore from '@nomicfoundation/hardhat-keystore';
import nodeTestRunner from '@nomicfoundation/hardhat-node-test-runner';
import verify from '@nomicfoundation/hardhat-verify';
import { defineConfig } from 'hardhat/config';

/** Fixed, so that a failure on one machine is a failure on every other. */
const FUZZ_SEED = '0x4d6564416e63686f72';

const build = {
  compilers: [
    {
      version: '0.8.37',
      // From npm, so that building needs no download beside `npm ci`.
      path: createRequire(import.meta.url).resolve('solc/soljson.js'),
      settings: { optimizer: { enabled: true, runs: 200 }, evmVersion: 'prague' },
    },
  ],
};

export default defineConfig({
  plugins: [nodeTestRunner, keystore, verify],
  solidity: {
    // `hardhat build --no-tests` then makes the contracts without their Solidity tests.
    splitTestsCompilation: true,
    // The verify plugin submits the production profile, which else would not inherit the settings:
    // other code than what was deployed.
    profiles: { default: build, production: build },
  },
  // Hardhat keeps out of the Vitest and Playwright files.
  paths: { tests: './test/contracts' },
  test: {
    solidity: {
      fuzz: { runs: 256, seed: FUZZ_SEED },
      // A handler asserts within its acts, so a revert is a failure.
      invariant: { runs: 16, depth: 500, failOnRevert: true },
    },
  },
});
