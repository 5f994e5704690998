import type { Transaction } from '@/platform/database/database';
import type { ReportStatus } from '@/registry/contract/report-status';

/** Block, transaction and time of an event. */
interface ChainEventBase {
  transactionHash: string;
  block: number;
  blockHash: string;
  /** Position of the log among all logs of its block. */
  logIndex: number;
  /** The block's own time. */
  blockTime: Date;
}

interface ReportEventBase extends ChainEventBase {
  contentHash: Uint8Array<ArrayBuffer>;
}

/** A patient anchored a report. */
export interface ReportAddedEvent extends ReportEventBase {
  name: 'ReportAdded';
  owner: string;
  issuer: string;
  sealedMetadata: Uint8Array<ArrayBuffer>;
  /** The first permission words. */
  permissions: string[];
}

/** The owner replaced the whole permission list. */
export interface PermissionsSetEvent extends ReportEventBase {
  name: 'PermissionsSet';
  permissions: string[];
}

/** The owner handed the report to another wallet, which ended every permission. */
export interface ReportTransferredEvent extends ReportEventBase {
  name: 'ReportTransferred';
  newOwner: string;
}

/** The owner took the report back, and every permission with it. */
export interface ReportWithdrawnEvent extends ReportEventBase {
  name: 'ReportWithdrawn';
}

/** The issuer took the report back, or its attestation before the report was added. */
export interface ReportRetractedEvent extends ReportEventBase {
  name: 'ReportRetracted';
  issuer: string;
  /** The report to read instead. */
  replacement: Uint8Array<ArrayBuffer> | null;
}

/** The contract's events about reports (contracts/IReportRegistry.sol). */
export type ReportEvent =
  | ReportAddedEvent
  | PermissionsSetEvent
  | ReportTransferredEvent
  | ReportWithdrawnEvent
  | ReportRetractedEvent;

/** An account with RECOVERY_ROLE proposed that a wallet takes over from another. */
export interface RecoveryProposedEvent extends ChainEventBase {
  name: 'RecoveryProposed';
  oldOwner: string;
  newOwner: string;
  proposer: string;
  opensAt: Date;
}

/** The proposed recovery of a wallet is off. */
export interface RecoveryVetoedEvent extends ChainEventBase {
  name: 'RecoveryVetoed';
  oldOwner: string;
  vetoer: string;
}

/** A wallet governs from here on what another governed. */
export interface RecoveryExecutedEvent extends ChainEventBase {
  name: 'RecoveryExecuted';
  oldOwner: string;
  newOwner: string;
}

/** The contract's events about lost wallets (contracts/IOwnerRecovery.sol). */
export type RecoveryEvent = RecoveryProposedEvent | RecoveryVetoedEvent | RecoveryExecutedEvent;

/** An account got a role or lost it (OpenZeppelin's AccessControl). */
export interface RoleEvent extends ChainEventBase {
  name: 'RoleGranted' | 'RoleRevoked';
  /** 32 bytes of 0x-hex. */
  role: string;
  account: string;
}

/** An issuer's key was in wrong hands (contracts/IIssuerRegister.sol). */
export interface IssuerCompromisedEvent extends ChainEventBase {
  name: 'IssuerCompromised';
  issuer: string;
  /** The first block whose reports are not to be trusted. */
  fromBlock: number;
}

/** An event of the contract. */
export type ChainEvent = ReportEvent | RecoveryEvent | RoleEvent | IssuerCompromisedEvent;

/**
 * What the rooms do when a confirmed event is applied, inside the follower's transaction. An event can
 * come more than once (after a rewind), so each must do no harm when repeated; none may refuse an event:
 * what the chain decided is decided. The lists of permissions are never older than what was applied
 * before: an outdated one is not returned again.
 */
export interface ChainEventHandlers {
  /** Of different reports. */
  reportsAdded(tx: Transaction, events: readonly ReportAddedEvent[]): Promise<void>;
  /** The current lists of different reports: after they were added, and after each change. */
  permissionsSet(
    tx: Transaction,
    events: readonly (ReportAddedEvent | PermissionsSetEvent)[],
  ): Promise<void>;
  reportTransferred(tx: Transaction, event: ReportTransferredEvent): Promise<void>;
  reportWithdrawn(tx: Transaction, event: ReportWithdrawnEvent): Promise<void>;
  /** Only for reports that had been added. */
  reportRetracted(tx: Transaction, event: ReportRetractedEvent): Promise<void>;
}

/** Where a report stands by the contract's state in a confirmed block. */
export interface Standing {
  contentHash: Uint8Array<ArrayBuffer>;
  status: ReportStatus;
  /** EIP-55; the zero address when it is not there. */
  owner: string;
  /** The present permission words. */
  permissions: string[];
}

/** What the rooms do when the chain's confirmed state is compared with theirs; harmless when repeated. */
export interface RecheckHandlers {
  /** No reorganisation takes the report away any more: what was staged for that case can go. */
  reportFinal(tx: Transaction, contentHash: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Whether the rooms already have the current state of a report. */
  isCurrent(standing: Standing): Promise<boolean>;
  /** Takes back what the rooms took for confirmed and the chain does not have (any more). */
  reportReverted(tx: Transaction, standing: Standing): Promise<void>;
  /** The present list is older than the one of the rooms: it gives no viewer access again. */
  permissionsReverted(tx: Transaction, standing: Standing): Promise<void>;
}

/** Whether an event is about one report. */
export function isReportEvent(event: ChainEvent): event is ReportEvent {
  return 'contentHash' in event;
}
