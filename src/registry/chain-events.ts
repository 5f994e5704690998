import { getBytes, type Log } from 'ethers';
import { z } from 'zod';
import type { Transaction } from '@/platform/database';
import { registryInterface } from './report-registry';

/** Where and when the chain says something about a report. */
interface ChainEventBase {
  contentHash: Uint8Array<ArrayBuffer>;
  transactionHash: string;
  block: number;
  /** The block's own time. */
  blockTime: Date;
}

/** A patient anchored a report. */
export interface ReportAddedEvent extends ChainEventBase {
  name: 'ReportAdded';
  owner: string;
  issuer: string;
  sealedMetadata: Uint8Array<ArrayBuffer>;
  /** The first permission words. */
  permissions: string[];
}

/** The owner replaced the whole permission list. */
export interface PermissionsSetEvent extends ChainEventBase {
  name: 'PermissionsSet';
  permissions: string[];
}

/** The owner took the report back, and every permission with it. */
export interface ReportWithdrawnEvent extends ChainEventBase {
  name: 'ReportWithdrawn';
}

/** The issuer took the report back, or its attestation before the report was added. */
export interface ReportRetractedEvent extends ChainEventBase {
  name: 'ReportRetracted';
  issuer: string;
  /** The report to read instead. */
  replacement: Uint8Array<ArrayBuffer> | null;
}

/** What the contract tells about reports (contracts/IReportRegistry.sol). */
export type ChainEvent =
  ReportAddedEvent | PermissionsSetEvent | ReportWithdrawnEvent | ReportRetractedEvent;

/**
 * What the rooms do when a confirmed event is taken in, inside the follower's transaction. An event can
 * come more than once (after a rewind), so each must do no harm when repeated; none may refuse an event:
 * what the chain decided is decided. The lists of permissions are never older than what was taken in
 * before: an outdated one is not handed out again.
 */
export interface ChainEventHandlers {
  reportAdded(tx: Transaction, event: ReportAddedEvent): Promise<void>;
  /** The current list of a report: after it was added, and after each change. */
  permissionsSet(tx: Transaction, event: ReportAddedEvent | PermissionsSetEvent): Promise<void>;
  reportWithdrawn(tx: Transaction, event: ReportWithdrawnEvent): Promise<void>;
  /** Only for reports that had been added. */
  reportRetracted(tx: Transaction, event: ReportRetractedEvent): Promise<void>;
}

const bytes = z.string().transform((hex) => Uint8Array.from(getBytes(hex)));
const words = z.array(z.string());

const argsSchema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('ReportAdded'),
    contentHash: bytes,
    owner: z.string(),
    issuer: z.string(),
    sealedMetadata: bytes,
    permissions: words,
  }),
  z.object({ name: z.literal('PermissionsSet'), contentHash: bytes, permissions: words }),
  z.object({ name: z.literal('ReportWithdrawn'), contentHash: bytes }),
  z.object({
    name: z.literal('ReportRetracted'),
    contentHash: bytes,
    issuer: z.string(),
    replacement: bytes.transform((hash) => (hash.some((byte) => byte !== 0) ? hash : null)),
  }),
]);

/** The topics of the four events, to ask the node for nothing else. */
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
    blockTime,
  };
}
