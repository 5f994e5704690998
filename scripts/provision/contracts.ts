import { Wallet } from 'ethers';
import { callRpc } from './services/call-rpc';
import type { Environment } from './environment-file';

/** 1,000 ether: more than a demo can spend. */
const PLENTY = `0x${(1000n * 10n ** 18n).toString(16)}`;

/**
 * Gives deployer, issuer, relayer and the trail's operator money on a local chain, and deploys the contracts where the environment points,
 * unless the record shows that it was done.
 * @returns the variables that name the contracts.
 */
export async function deployedContracts(
  environment: Environment,
  recordFile: string,
): Promise<Environment> {
  const rpcUrl = environment['CHAIN_RPC_URL'] ?? '';
  const deployerKey = environment['DEPLOYER_PRIVATE_KEY'] ?? '';
  const deployer = new Wallet(deployerKey).address;
  const issuer = new Wallet(environment['ISSUER_PRIVATE_KEY'] ?? '').address;
  const [relayer, trailOperator] = ['RELAYER_PRIVATE_KEY', 'TRAIL_ANCHOR_PRIVATE_KEY'].map((name) =>
    addressOf(environment[name]),
  );
  const accounts = [deployer, issuer, relayer, trailOperator];
  for (const account of accounts.filter((one) => one !== undefined)) {
    await callRpc(rpcUrl, 'anvil_setBalance', account, PLENTY);
  }
  // Loaded late: it needs the generated ABI, which a fresh clone does not have yet.
  const { deployContracts } = await import('../contracts/deploy/deploy-contracts');
  const record = await deployContracts({
    rpcUrl,
    deployerKey,
    issuer,
    recoverer: deployer,
    ...(trailOperator !== undefined && { trailOperator }),
    recordFile,
    chainIds: [Number(environment['CHAIN_ID'])],
  });
  return {
    REGISTRY_ADDRESS: record.registry,
    REGISTRY_DEPLOYED_BLOCK: String(record.block),
    ...(record.trailAnchor !== undefined && { TRAIL_ANCHOR_ADDRESS: record.trailAnchor }),
    ...(record.priceFeed !== undefined && {
      PRICE_FEED_ADDRESS: record.priceFeed,
      // The answer of a local feed is never renewed: it is valid for as long as the demo is kept.
      PRICE_FEED_MAX_AGE: '315360000',
    }),
  };
}

function addressOf(privateKey: string | undefined): string | undefined {
  return privateKey === undefined ? undefined : new Wallet(privateKey).address;
}
