import { readCommandLine } from '../contracts/deploy/command-line';
import { generateAbi } from '../provision/generate-code';

/** The long message of an ethers error holds the node's address, and with it an API key. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'shortMessage' in error ? String(error.shortMessage) : error.message;
}

// Nothing is left to happen although we wait: a question was put to an input that has ended.
process.once('beforeExit', () => {
  process.stderr.write('\nNobody is there to answer. Set the keys in the environment.\n');
  process.exit(1);
});

/** Deploys, or finishes a deployment: `npm run contracts:deploy`, with `-- --help` for how. */
async function main(): Promise<number> {
  const { options, mustPublish } = await readCommandLine(process.argv.slice(2));
  await generateAbi();
  // Loaded late: it needs what was just generated.
  const { deployContracts } = await import('../contracts/deploy/deploy-contracts');
  const { registry, block, verified, trailAnchor } = await deployContracts(options);
  process.stdout.write(`\nREGISTRY_ADDRESS=${registry}\nREGISTRY_DEPLOYED_BLOCK=${block}\n`);
  if (trailAnchor !== undefined) process.stdout.write(`TRAIL_ANCHOR_ADDRESS=${trailAnchor}\n`);
  return mustPublish && verified === undefined ? 1 : 0;
}

try {
  // An explorer that has not answered would keep the process alive.
  process.exit(await main());
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
