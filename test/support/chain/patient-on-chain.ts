import type { Wallet } from 'ethers';
import { chainHandlers } from '../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { followChain } from '@/registry/follower/follow-chain';
import { recheckAccounts } from '@/registry/follower/recheck-accounts';
import { recheckReports } from '@/registry/follower/recheck-reports';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { createApprovedRow } from '../reports/approved-report';
import { createDoctor, createPatient, type Person } from '../people/factories';
import { bindWallet, chain, mine, sendFrom } from './test-chain';

/** By anvil's own word: two epochs of 32 blocks. */
const FINAL_AFTER = 64;

/** A report whose anchoring was prepared: what the patient's wallet is asked to send. */
export interface PreparedReport extends PreparedTransaction {
  reportId: string;
  contentHash: Uint8Array<ArrayBuffer>;
}

/** A patient with a wallet, and the doctor whose reports they get. */
export interface PatientOnChain {
  doctor: Person;
  patient: Person;
  wallet: Wallet;
  /** Prepares a new report for the wallet, with viewers who never expire. */
  prepare: (emails?: string[]) => Promise<PreparedReport>;
  /** Anchors a new report and has it confirmed. */
  anchor: (emails?: string[]) => Promise<PreparedReport>;
}

/** Makes a patient with a funded wallet. */
export async function patientOnChain(): Promise<PatientOnChain> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const wallet = await bindWallet(patient);
  const prepare = async (emails: string[] = []) => {
    const { id: reportId, contentHash } = await createApprovedRow(doctor, patient);
    if (contentHash === null) throw new Error('The report has no hash');
    const viewers = emails.map((email) => ({ email, expiresAt: null }));
    const prepared = await prepareAnchoring(patient.actor, reportId, viewers);
    return { ...prepared, reportId, contentHash };
  };
  const anchor = async (emails: string[] = []) => {
    const prepared = await prepare(emails);
    await sendFrom(wallet, prepared.request);
    await confirm();
    return prepared;
  };
  return { doctor, patient, wallet, prepare, anchor };
}

/** Mines what is missing for everything to be confirmed, and follows as the worker does. */
export async function confirm(): Promise<void> {
  await mine(env().CHAIN_CONFIRMATIONS);
  await followChain(chainHandlers);
}

/** Mines until what is confirmed is final, and does what the worker does then. */
export async function makeFinal(): Promise<void> {
  await mine(FINAL_AFTER);
  while (!(await followChain(chainHandlers))) continue;
  await letReportsBeDue();
  await recheckReports(chainHandlers);
}

/** Goes back, makes another branch that is longer, and does what the worker does. */
export async function reorganise(fork: { goBack: () => Promise<void> }): Promise<void> {
  await fork.goBack();
  await mine(12);
  while (!(await followChain(chainHandlers))) continue;
  await recheckReports(chainHandlers);
  await recheckAccounts();
}

/** Sets the follower past what is confirmed, as if a node had answered with no logs. */
export async function missEvents(): Promise<void> {
  await mine(env().CHAIN_CONFIRMATIONS);
  const last = (await chain().getBlockNumber()) - env().CHAIN_CONFIRMATIONS + 1;
  const block = await chain().getBlock(last);
  await database().chainCursor.updateMany({
    data: { nextBlock: last + 1, blockHash: block?.hash ?? null, nextLog: 0, partHash: null },
  });
}

/** As if no report had been compared with the chain for a while. */
export async function letReportsBeDue(): Promise<void> {
  await database().chainReport.updateMany({ data: { checkedAt: null } });
}

export async function stateOf(reportId: string): Promise<string> {
  return (await database().report.findUniqueOrThrow({ where: { id: reportId } })).state;
}

export function transactionOf(transactionId: string) {
  return database().chainTransaction.findUniqueOrThrow({ where: { id: transactionId } });
}

export function indexOf({ contentHash }: Pick<PreparedReport, 'contentHash'>) {
  return database().chainReport.findUnique({ where: { contentHash } });
}

/** How many events of one action the audit trail has of a report. */
export function auditCount(reportId: string, action: string): Promise<number> {
  return database().auditEvent.count({ where: { reportId, action } });
}

/** How many links were queued for the viewers of a report. */
export async function queuedLinks(reportId: string): Promise<number> {
  const grants = await database().grant.findMany({ where: { reportId } });
  const OR = grants.map(({ id }) => ({ dedupeKey: { startsWith: `mail-guest-link:${id}:` } }));
  return database().outboxJob.count({ where: { OR } });
}
