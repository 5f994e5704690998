import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Wallet } from 'ethers';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { openKit } from '@/reports/recover-page/open-kit';
import { addRecoveryRecipient } from '@/reports/recovery-kit/add-recovery-recipient';
import { destroyRecoveryKit } from '@/reports/recovery-kit/destroy-recovery-kit';
import { forgetKitFiles } from '@/reports/recovery-kit/forget-kit-files';
import { readRecoveryKit } from '@/reports/recovery-kit/read-recovery-kit';
import { removeRecoveryRecipient } from '@/reports/recovery-kit/remove-recovery-recipient';
import { requeueLateKits } from '@/reports/recovery-kit/requeue-late-kits';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { deleteObject, getObject, putObject } from '@/vault/object-store';
import { keyFileName, listFileName } from '@/vault/recovery-kit/kit-files';
import { bindWallet } from '../../../support/chain/test-chain';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import {
  fillKit,
  givePaperKey,
  giveWalletKey,
  publicSources,
} from '../../../support/recovery-kit/kits';
import {
  createForwardedReport,
  createRejectedReport,
  END_REASON,
  reportRow,
} from '../../../support/reports/report-factories';
import { behindProxy } from '../../../support/services/behind-proxy';

const store = await behindProxy('S3_ENDPOINT');
const doctor = await createDoctor();
let patient: Person;

beforeEach(async () => {
  patient = await createPatient();
});

/** The objects of the reports that a key opens now. */
async function openedBy(identity: string): Promise<string[] | null> {
  const kit = await openKit(identity, publicSources());
  return kit && kit.reports.map(({ objectAddress }) => objectAddress);
}

async function objectOf(reportId: string): Promise<string> {
  return (await reportRow(reportId)).objectAddress ?? '';
}

async function queuedUpdates({ actor }: Person): Promise<number> {
  return database().outboxJob.count({
    where: {
      kind: 'update-recovery-kit',
      doneAt: null,
      payload: { path: '$.accountId', equals: actor.accountId },
    },
  });
}

describe('a kit', () => {
  it('gets each report that is sent, and loses one that is withdrawn', async () => {
    const key = await givePaperKey(patient);
    expect(await queuedUpdates(patient)).toBe(1);
    const first = await createForwardedReport({ doctor, patient });
    expect(await queuedUpdates(patient)).toBe(2);
    const second = await createRejectedReport({ doctor, patient });
    await fillKit(patient);
    expect(await openedBy(key)).toEqual([await objectOf(first), await objectOf(second)]);
    await withdrawReport(doctor.actor, first, END_REASON);
    await fillKit(patient);
    expect(await openedBy(key)).toEqual([await objectOf(second)]);
    expect(await getObject(keyFileName(await objectOf(first)))).toBeNull();
  });

  it('queues nothing for a patient without a key', async () => {
    await createForwardedReport({ doctor, patient });
    expect(await queuedUpdates(patient)).toBe(0);
  });

  it('is written for the newest key of each way only', async () => {
    const report = await objectOf(await createForwardedReport({ doctor, patient }));
    const former = await givePaperKey(patient);
    const byWallet = await giveWalletKey(patient, await bindWallet(patient));
    await fillKit(patient);
    expect(await openedBy(former)).toEqual([report]);
    const newest = await givePaperKey(patient, 2);
    expect((await readRecoveryKit(patient.actor)).reports).toEqual({ all: 1, kept: 0 });
    await fillKit(patient);
    expect((await readRecoveryKit(patient.actor)).reports).toEqual({ all: 1, kept: 1 });
    expect(await openedBy(former)).toBeNull();
    expect(await openedBy(newest)).toEqual([report]);
    expect(await openedBy(byWallet)).toEqual([report]);
    await removeRecoveryRecipient(patient.actor, 'wallet');
    await removeRecoveryRecipient(patient.actor, 'paper');
    await fillKit(patient);
    expect(await openedBy(newest)).toBeNull();
    expect(await getObject(keyFileName(report))).toBeNull();
    expect(
      await database().recoveryWrap.count({ where: { accountId: patient.actor.accountId } }),
    ).toBe(0);
  });

  it('is continued where a run stopped, and again and again with the same result', async () => {
    const key = await givePaperKey(patient);
    const reports = [
      await objectOf(await createForwardedReport({ doctor, patient })),
      await objectOf(await createForwardedReport({ doctor, patient })),
    ];
    await store.cut();
    await expect(fillKit(patient)).rejects.toMatchObject({ code: 'store-unavailable' });
    await store.mend();
    expect((await readRecoveryKit(patient.actor)).reports).toEqual({ all: 2, kept: 0 });
    await Promise.all([fillKit(patient), fillKit(patient)]);
    expect((await readRecoveryKit(patient.actor)).reports).toEqual({ all: 2, kept: 2 });
    expect(await openedBy(key)).toEqual(reports);
  });

  it('that lacks a report is found by the sweep, once an hour', async () => {
    await givePaperKey(patient);
    await createForwardedReport({ doctor, patient });
    await fillKit(patient);
    await database().outboxJob.deleteMany({ where: { kind: 'update-recovery-kit' } });
    await requeueLateKits();
    expect(await queuedUpdates(patient)).toBe(0);
    await forgetKitFiles();
    await requeueLateKits();
    await requeueLateKits();
    expect(await queuedUpdates(patient)).toBe(1);
  });

  it('of a person who is erased leaves no file, also when it is filled afterwards', async () => {
    const key = await givePaperKey(patient);
    const report = await objectOf(await createForwardedReport({ doctor, patient }));
    await fillKit(patient);
    await destroyRecoveryKit(patient.actor.accountId);
    await fillKit(patient);
    expect(await getObject(keyFileName(report))).toBeNull();
    expect(await getObject(await listFileName(await identityToRecipient(key)))).toBeNull();
  });

  it('loses the key of a document that is deleted', async () => {
    await givePaperKey(patient);
    const report = await objectOf(await createForwardedReport({ doctor, patient }));
    await fillKit(patient);
    expect(await getObject(keyFileName(report))).not.toBeNull();
    await deleteObject(report);
    expect(await getObject(keyFileName(report))).toBeNull();
  });
});

const recipient = await newRecipient();

describe('a key is refused', () => {
  const paper = { way: 'paper', generation: 1, walletAddress: null } as const;

  it.each([
    ['no public key', 'age1qqq'],
    ['with a wrong checksum', `age1${'q'.repeat(58)}`],
    ['of another kind', `age1pq1${'q'.repeat(55)}`],
  ])('when it is %s', async (_, text) => {
    const adding = addRecoveryRecipient(patient.actor, { ...paper, recipient: text });
    await expect(adding).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('when the page had an older state of the kit, or names another wallet', async () => {
    const conflict = { code: 'conflict' };
    const add = (input: object) =>
      addRecoveryRecipient(patient.actor, { ...paper, recipient, ...input });
    await expect(add({ generation: 2 })).rejects.toMatchObject(conflict);
    await expect(add({ walletAddress: Wallet.createRandom().address })).rejects.toMatchObject(
      conflict,
    );
    await expect(add({ way: 'wallet' })).rejects.toMatchObject(conflict);
    const { address } = await bindWallet(await createPatient());
    await expect(add({ way: 'wallet', walletAddress: address })).rejects.toMatchObject(conflict);
    await add({});
    await add({});
    await expect(add({ recipient: await newRecipient() })).rejects.toMatchObject(conflict);
    expect((await readRecoveryKit(patient.actor)).next).toEqual({ paper: 2, wallet: 1 });
  });
});

it('what is no document takes no other object with it', async () => {
  await putObject('probe.key.age', Uint8Array.of(1));
  await deleteObject('probe');
  expect(await getObject('probe.key.age')).toEqual(Uint8Array.of(1));
});

async function newRecipient(): Promise<string> {
  return identityToRecipient(await generateX25519Identity());
}
