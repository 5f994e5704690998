/**
 * The contract's fuzz tests and invariants at a size for the night: `npm run test:contracts:nightly`.
 * `npm test` runs the same tests with fewer and fixed numbers.
 */
import { runTool } from '../provision/run-tool';

const config = ['--config', 'test/contracts/nightly.config.ts'];
const { code } = await runTool('hardhat', [...config, 'test', 'solidity'], {
  onOutput: (text) => process.stdout.write(text),
});
process.exitCode = code;
