import { JsonRpcProvider } from 'ethers';
import { type Build, type Comparison, compareCode } from './compare-code';
import { type RoleChange, roleChanges } from './role-changes';

/** What a deployed registry looks like now, and what was changed about it. */
export interface WatchReport {
  chainId: number;
  address: string;
  /** The newest block that was read. */
  block: number;
  code: Comparison;
  since: number;
  changes: RoleChange[];
}

/**
 * Compares a deployed registry with the build, and lists the changes of roles, issuers and wallets
 * since a block. Writes nothing.
 * @throws Error when the node does not answer, or has not reached that block
 */
export async function watchContract(options: {
  rpcUrl: string;
  address: string;
  since: number;
  build: Build;
}): Promise<WatchReport> {
  const { rpcUrl, address, since, build } = options;
  const provider = new JsonRpcProvider(rpcUrl, undefined, {
    staticNetwork: true,
    cacheTimeout: -1,
  });
  try {
    // getNetwork() retries a dead node without end.
    const { chainId } = await provider._detectNetwork();
    const block = await provider.getBlockNumber();
    if (since > block) throw new Error(`The node is at block ${block}, before ${since}`);
    const code = compareCode(await provider.getCode(address, block), build, { address, chainId });
    const changes =
      code.verdict === 'no code' ? [] : await roleChanges(provider, address, since, block);
    return { chainId: Number(chainId), address, block, code, since, changes };
  } finally {
    provider.destroy();
  }
}

/** Whether what runs there is what was built. */
export function isOurs({ code }: WatchReport): boolean {
  return code.verdict === 'same' || code.verdict === 'same but metadata';
}

/** The report for a person. */
export function describeWatch(report: WatchReport): string {
  const { chainId, address, block, code, since, changes } = report;
  const words = {
    same: 'is what was built, to the last byte',
    'same but metadata': 'has the instructions that were built, from sources that differ in words',
    different: 'IS NOT WHAT WAS BUILT',
    'no code': 'HAS NO CODE',
  } satisfies Record<Comparison['verdict'], string>;
  return [
    `${address} on chain ${chainId} at block ${block} ${words[code.verdict]}${'why' in code ? `: ${code.why}` : ''}`,
    `${changes.length} change(s) of roles, issuers and wallets since block ${since}`,
    ...changes.map(
      ({ block: at, event, values, transaction }) =>
        `  ${at} ${event} ${Object.entries(values)
          .map(([name, value]) => `${name}=${value}`)
          .join(' ')} (${transaction})`,
    ),
  ].join('\n');
}
