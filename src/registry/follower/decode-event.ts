import { getBytes, type Log } from 'ethers';
import { z } from 'zod';
import type { ChainEvent } from '@/registry/chain/chain-events';
import { registryInterface } from '@/registry/contract/report-registry';

const bytes = z.string().transform((hex) => Uint8Array.from(getBytes(hex)));
const words = z.array(z.string());
const account = z.string();
const seconds = z.bigint().transform((at) => new Date(Number(at) * 1_000));

const argsSchema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('ReportAdded'),
    contentHash: bytes,
    owner: account,
    issuer: account,
    sealedMetadata: bytes,
    permissions: words,
  }),
  z.object({ name: z.literal('PermissionsSet'), contentHash: bytes, permissions: words }),
  z.object({ name: z.literal('ReportTransferred'), contentHash: bytes, newOwner: account }),
  z.object({ name: z.literal('ReportWithdrawn'), contentHash: bytes }),
  z.object({
    name: z.literal('ReportRetracted'),
    contentHash: bytes,
    issuer: account,
    replacement: bytes.transform((hash) => (hash.some((byte) => byte !== 0) ? hash : null)),
  }),
  z.object({
    name: z.literal('RecoveryProposed'),
    oldOwner: account,
    newOwner: account,
    proposer: account,
    opensAt: seconds,
  }),
  z.object({ name: z.literal('RecoveryVetoed'), oldOwner: account, vetoer: account }),
  z.object({ name: z.literal('RecoveryExecuted'), oldOwner: account, newOwner: account }),
  z.object({ name: z.literal('RoleGranted'), role: z.string(), account }),
  z.object({ name: z.literal('RoleRevoked'), role: z.string(), account }),
  z.object({
    name: z.literal('IssuerCompromised'),
    issuer: account,
    fromBlock: z.bigint().transform(Number),
  }),
]);

/** The topics of these events, to ask the node for nothing else. */
export const EVENT_TOPICS: readonly string[] = argsSchema.options.map((option) => {
  const [name] = option.shape.name.values;
  const topic = name === undefined ? undefined : registryInterface.getEvent(name)?.topicHash;
  if (topic === undefined) throw new Error(`The contract has no event ${String(name)}`);
  return topic;
});

/**
 * Reads one log of the contract.
 * @param blockTime of the log's block
 */
export function decodeEvent(log: Log, blockTime: Date): ChainEvent {
  const parsed = registryInterface.parseLog(log);
  if (parsed === null) throw new Error('A log of another contract');
  const args: Record<string, unknown> = parsed.args.toObject();
  return {
    ...argsSchema.parse({ ...args, name: parsed.name }),
    transactionHash: log.transactionHash,
    block: log.blockNumber,
    blockHash: log.blockHash,
    logIndex: log.index,
    blockTime,
  };
}
