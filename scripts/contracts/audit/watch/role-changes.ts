import { id, Interface, type JsonRpcProvider, type Log, ZeroHash } from 'ethers';
import { reportRegistryAbi } from '@/generated/report-registry';

/** The events that change roles, and that move a wallet's reports. */
const EVENTS = [
  'RoleGranted',
  'RoleRevoked',
  'RoleAdminChanged',
  'DefaultAdminTransferScheduled',
  'DefaultAdminTransferCanceled',
  'DefaultAdminDelayChangeScheduled',
  'DefaultAdminDelayChangeCanceled',
  'IssuerCompromised',
  'RecoveryProposed',
  'RecoveryVetoed',
  'RecoveryExecuted',
] as const;

const ROLES = new Map([
  [ZeroHash, 'DEFAULT_ADMIN_ROLE'],
  [id('ISSUER_ROLE'), 'ISSUER_ROLE'],
  [id('RECOVERY_ROLE'), 'RECOVERY_ROLE'],
]);

/** Most blocks asked for at once. Nodes that allow fewer are asked for half, down to one. */
const WIDEST_WINDOW = 2_000;

const registry = new Interface(reportRegistryAbi);
const TOPICS = EVENTS.map((name) => registry.getEvent(name)?.topicHash ?? '');

/** One change of who may do what. */
export interface RoleChange {
  block: number;
  transaction: string;
  event: string;
  values: Record<string, string>;
}

/**
 * Every change since a block, in order.
 * @param first the first block to look at
 * @param last the last
 * @throws the node's error when it does not answer for a single block
 */
export async function roleChanges(
  provider: JsonRpcProvider,
  address: string,
  first: number,
  last: number,
): Promise<RoleChange[]> {
  const changes: RoleChange[] = [];
  let width = WIDEST_WINDOW;
  for (let from = first; from <= last;) {
    const to = Math.min(from + width - 1, last);
    try {
      const filter = { address, fromBlock: from, toBlock: to, topics: [TOPICS] };
      changes.push(...(await provider.getLogs(filter)).flatMap((log) => read(log)));
      from = to + 1;
    } catch (error) {
      if (width === 1) throw error;
      width = Math.max(1, Math.floor(width / 2));
    }
  }
  return changes;
}

function read(log: Log): RoleChange[] {
  const event = registry.parseLog(log);
  if (event === null) return [];
  const values = event.fragment.inputs.map(({ name }, index): [string, string] => {
    const value = String(event.args[index]);
    return [name, ROLES.get(value) ?? value];
  });
  return [
    {
      block: log.blockNumber,
      transaction: log.transactionHash,
      event: event.name,
      values: Object.fromEntries(values),
    },
  ];
}
