import { createRequire } from 'node:module';
import { defineConfig } from 'hardhat/config';

export default defineConfig({
  solidity: {
    splitTestsCompilation: true,
    compilers: [
      {
        version: '0.8.37',
        // From npm, so that building needs no download beside `npm ci`.
        path: createRequire(import.meta.url).resolve('solc/soljson.js'),
        settings: { optimizer: { enabled: true, runs: 200 }, evmVersion: 'prague' },
      },
    ],
  },
  // Hardhat keeps out of the Vitest and Playwright files.
  paths: { tests: './test/contracts' },
});
