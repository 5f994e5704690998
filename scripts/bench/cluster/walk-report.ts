import { setTimeout } from 'node:timers/promises';
import type { JsonRpcProvider } from 'ethers';
import { NonceManager, Wallet } from 'ethers';
import { database } from '@/platform/database/database';
import { preparedTransactionSchema } from '@/sharing/anchoring/prepared-transaction';
import { bindDemoWallet } from '../../demo/bind-demo-wallet';
import { call, callerOf, type Caller } from '../call-as';
import { createDoctor, createPatient } from '../../../test/support/people/factories';
import { bloodPressureForm, TIME_ZONE } from '../../../test/support/reports/report-factories';
import { z } from 'zod';

const PAUSE_MS = 300;
const MAX_TRIES = 200;
const ETHER = 10n ** 18n;

/** A doctor and a patient with a wallet, who work on one report after another. */
export interface Pair {
  doctor: Caller;
  patient: Caller;
  wallet: NonceManager;
}

/** What went wrong on the way and was tried again. */
export interface Troubles {
  retries: number;
  kinds: Record<string, number>;
}

export async function makePair(node: JsonRpcProvider, number: number): Promise<Pair> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const wallet = Wallet.createRandom().connect(node);
  await node.send('anvil_setBalance', [wallet.address, `0x${(100n * ETHER).toString(16)}`]);
  await bindDemoWallet(patient, wallet);
  return {
    doctor: await callerOf(doctor, number),
    patient: await callerOf(patient, number),
    wallet: new NonceManager(wallet),
  };
}

/**
 * Walks one report from its form to the patient's transaction, through the one address. What fails is tried again, as
 * a person would: look where the report stands, and go on from there.
 * @returns the report's id
 */
export async function walkReport(pair: Pair, troubles: Troubles): Promise<string> {
  const reportId = await persist(troubles, () => writeReport(pair));
  await persist(troubles, async () => {
    for (;;) {
      const { state } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
      const isDone = await advance(pair, reportId, state);
      if (isDone) return true;
    }
  });
  return reportId;
}

/** A draft of its own for each try: one that was written only in part is left. */
async function writeReport({ doctor, patient }: Pair): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const { reportId } = await call(doctor, 'POST', '/api/reports', createdSchema, {
    template: 'BLOOD_PRESSURE',
    today,
  });
  await call(doctor, 'PUT', `/api/reports/${reportId}/draft`, savedSchema, {
    patientId: patient.person.actor.accountId,
    form: bloodPressureForm(),
    updatedAt: null,
  });
  return reportId;
}

const createdSchema = z.object({ reportId: z.string() });
const savedSchema = z.object({ updatedAt: z.string() });

/** Does the next step. @returns whether there is none left for the two people */
async function advance(pair: Pair, reportId: string, state: string): Promise<boolean> {
  const { doctor, patient, wallet } = pair;
  const path = `/api/reports/${reportId}`;
  if (state === 'DRAFT') {
    const staged = await database().report.findUniqueOrThrow({ where: { id: reportId } });
    await call(doctor, 'POST', `${path}/forward`, z.unknown(), {
      updatedAt: staged.updatedAt.toISOString(),
      timeZone: TIME_ZONE,
    });
    return false;
  }
  if (state === 'FORWARDED') {
    await call(patient, 'POST', `${path}/approve`, z.unknown());
    return false;
  }
  if (state === 'ANCHORING') return giveUpUnsent(patient, reportId);
  if (state !== 'APPROVED') return true;
  const prepared = await call(patient, 'POST', `${path}/anchoring`, preparedTransactionSchema, {
    viewers: ['a', 'b'].map((name) => ({
      email: `${name}-${reportId}@clinic.example`,
      expiresAt: null,
    })),
  });
  const { to, data } = prepared.request;
  const { hash } = await wallet.sendTransaction({ to, data }).catch((error: unknown) => {
    wallet.reset();
    throw error;
  });
  sentFor.add(reportId);
  const sent = `/api/chain-transactions/${prepared.transactionId}/sent`;
  await call(patient, 'PUT', sent, z.unknown(), { transactionHash: hash });
  return true;
}

/** The answer with the transaction was lost, or what was said about it: only the first is undone. */
async function giveUpUnsent(patient: Caller, reportId: string): Promise<boolean> {
  const open = await database().chainTransaction.findFirst({
    where: { reportId, status: 'PREPARED' },
  });
  if (open === null) return true;
  if (sentFor.has(reportId)) return true;
  await call(patient, 'DELETE', `/api/chain-transactions/${open.id}`, z.unknown());
  return false;
}

/** Reports whose transaction left the wallet: the follower finds it, whether or not the call that reports it arrived. */
const sentFor = new Set<string>();

/** Does something again until it succeeds. */
export async function persist<T>(troubles: Troubles, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
      const kind = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      troubles.retries += 1;
      troubles.kinds[kind] = (troubles.kinds[kind] ?? 0) + 1;
      await setTimeout(PAUSE_MS);
    }
  }
}
