import { setTimeout } from 'node:timers/promises';
import { verifyContract } from '@nomicfoundation/hardhat-verify/verify';
import type { HardhatUserConfig } from 'hardhat/config';
import { reportRegistryRuntime } from '@/generated/report-registry-runtime';
import { MINUTE_MS } from '@/platform/time/durations';
import { compareCode } from '../audit/watch/compare-code';
import { openHardhat } from './open-hardhat';
import type { DeploymentRecord } from './record';
import type { Session } from './session';

/** Who shows a contract's source beside its code. */
export type Explorer =
  { name: 'etherscan'; apiKey: string; apiUrl?: string } | { name: 'sourcify'; apiUrl?: string };

const CONTRACT = 'contracts/ReportRegistry.sol:ReportRegistry';
const NETWORK = 'deployed';
const SOURCIFY = 'https://sourcify.dev/server';

/** An explorer compiles the source in its own time; mostly it takes less than a minute. */
const PATIENCE_MS = 5 * MINUTE_MS;

/**
 * Has an explorer compile the registry's source and compare it with the code on the chain, by
 * Hardhat's verify plugin.
 * @returns where the source can be read
 * @throws Error when the code was built from other sources than these, or the explorer does not agree,
 *   answer or finish
 */
export async function publishSource(
  { provider, chainId, print }: Session,
  { registry, transaction, constructorArguments, commit }: DeploymentRecord,
  rpcUrl: string,
  explorer: Explorer,
): Promise<NonNullable<DeploymentRecord['verified']>> {
  const code = await provider.getCode(registry);
  const where = { address: registry, chainId: BigInt(chainId) };
  if (compareCode(code, reportRegistryRuntime, where).verdict !== 'same') {
    throw new Error(
      `${registry} was built from other sources than these: check out commit ${commit ?? 'of its deployment'}.`,
    );
  }

  const name = explorer.name === 'etherscan' ? 'Etherscan' : 'Sourcify';
  print(`Source: asking ${name} to compile and compare it`);
  const hardhat = await openHardhat(hardhatConfig(explorer, rpcUrl, chainId), NETWORK);
  // The plugin reads what Hardhat built.
  await hardhat.tasks.getTask('build').run({ noTests: true, quiet: true });
  const { adminDelaySeconds, admin } = constructorArguments;
  const request = {
    address: registry,
    constructorArgs: [adminDelaySeconds, admin],
    contract: CONTRACT,
    provider: explorer.name,
    creationTxHash: transaction,
  };
  const tooLong = async () => {
    await setTimeout(PATIENCE_MS, undefined, { ref: false });
    throw new Error(`${name} has not finished after ${PATIENCE_MS / MINUTE_MS} minutes.`);
  };
  await Promise.race([verifyContract(request, hardhat), tooLong()]);
  const page =
    explorer.name === 'sourcify'
      ? `${explorer.apiUrl ?? SOURCIFY}/repo-ui/${chainId}/${registry}`
      : `${hardhat.config.chainDescriptors.get(where.chainId)?.blockExplorers.etherscan?.url ?? ''}/address/${registry}#code`;
  return { explorer: name, url: page, at: new Date().toISOString() };
}

function hardhatConfig(explorer: Explorer, url: string, chainId: number): HardhatUserConfig {
  const { apiUrl } = explorer;
  const networks: HardhatUserConfig['networks'] = { [NETWORK]: { type: 'http', url } };
  if (explorer.name === 'sourcify') {
    return { networks, verify: { sourcify: { ...(apiUrl !== undefined && { apiUrl }) } } };
  }
  return {
    networks,
    verify: { etherscan: { apiKey: explorer.apiKey } },
    // Merged into Hardhat's description of the chain, such as the address of its explorer.
    ...(apiUrl !== undefined && {
      chainDescriptors: {
        [chainId]: { name: `chain ${chainId}`, blockExplorers: { etherscan: { apiUrl } } },
      },
    }),
  };
}
