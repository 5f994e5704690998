import { Wallet } from 'ethers';
import type { Environment } from './environment-file';

/**
 * Deploys the contracts where the environment points, unless the record says that it was done.
 * @returns the variables that name the contracts.
 */
export async function deployedContracts(
  environment: Environment,
  recordFile: string,
): Promise<Environment> {
  // Loaded late: it needs the generated ABI, which a fresh clone does not have yet.
  const { deployContracts } = await import('../deploy-contracts');
  const record = await deployContracts({
    rpcUrl: environment['CHAIN_RPC_URL'] ?? '',
    deployerKey: environment['DEPLOYER_PRIVATE_KEY'] ?? '',
    issuer: new Wallet(environment['ISSUER_PRIVATE_KEY'] ?? '').address,
    recordFile,
    chainIds: [Number(environment['CHAIN_ID'])],
  });
  return {
    REGISTRY_ADDRESS: record.registry,
    REGISTRY_DEPLOYED_BLOCK: String(record.block),
    ...(record.priceFeed !== undefined && { PRICE_FEED_ADDRESS: record.priceFeed }),
  };
}
