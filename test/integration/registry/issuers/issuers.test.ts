import { DAY_MS } from '@/platform/time/durations';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { Wallet } from 'ethers';
import { describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { prepareCall, quoteCall } from '@/registry/calls/chain-call';
import { countReachedReports } from '@/registry/issuers/count-reached-reports';
import { planIssuerStep } from '@/registry/issuers/issuer-step';
import { listIssuers } from '@/registry/issuers/list-issuers';
import { readAdministration } from '@/registry/issuers/read-administration';
import { registryInterface } from '@/registry/contract/report-registry';
import { reindexChain } from '@/registry/follower/reindex-chain';
import { issuerWallet } from '@/registry/contract/sign-attestation';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { readPatientReport } from '@/reports/lists/read-patient-report';
import { verifyDocument } from '@/reports/verify/verify-document';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { confirm, indexOf, patientOnChain } from '../../../support/chain/patient-on-chain';
import { chainAdmin, sendPlanned } from '../../../support/chain/recovery';
import { createApprovedReport } from '../../../support/reports/report-factories';
import { openSessionFor, shareReport } from '../../../support/reports/shared-report';
import { chain, fundedWallet } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

const account = chainAdmin().address;

async function change(
  admin: Person,
  input:
    | { step: 'appoint' | 'dismiss'; issuer: string }
    | { step: 'compromise'; issuer: string; fromBlock: number },
): Promise<void> {
  await sendPlanned(chainAdmin(), planIssuerStep(admin.actor, { ...input, account }));
}

describe('the issuers', () => {
  it('are appointed and dismissed with the administrator’s own wallet', async () => {
    const admin = await createAdmin();
    const issuer = Wallet.createRandom().address;
    await confirm();
    const before = await listIssuers(admin.actor);
    expect(before.ours).toEqual({ address: issuerWallet().address, accepted: true });
    expect(before.issuers).toMatchObject([
      { address: issuerWallet().address, isOurs: true, status: 'active', compromisedFrom: null },
    ]);
    await change(admin, { step: 'appoint', issuer });
    const find = async () =>
      (await listIssuers(admin.actor)).issuers.find(({ address }) => address === issuer);
    expect(await find()).toMatchObject({ status: 'active', isOurs: false, reports: 0 });
    await change(admin, { step: 'dismiss', issuer });
    const dismissed = await find();
    expect(dismissed).toMatchObject({ status: 'dismissed' });
    expect(dismissed?.dismissedAt).not.toBeNull();
    await change(admin, { step: 'appoint', issuer });
    expect(await find()).toMatchObject({ status: 'active', dismissedAt: null });
    await reindexChain(chainHandlers, () => undefined);
    expect((await listIssuers(admin.actor)).issuers).toHaveLength(2);
    expect(
      await database().chainRoleHolder.findMany({ where: { role: 'RECOVERER' } }),
    ).toMatchObject([{ account }]);
  });

  it('are managed by no other role here, and by no other wallet on the chain', async () => {
    const [admin, patient, doctor] = [
      await createAdmin(),
      await createPatient(),
      await createDoctor(),
    ];
    const issuer = Wallet.createRandom().address;
    for (const { actor } of [patient, doctor]) {
      expect(() => planIssuerStep(actor, { step: 'appoint', issuer, account })).toThrow(
        t('errors.forbidden'),
      );
      await expect(listIssuers(actor)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(readAdministration(actor)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(countReachedReports(actor, { issuer, fromBlock: 0 })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const stranger = await fundedWallet();
    const planned = planIssuerStep(admin.actor, {
      step: 'appoint',
      issuer,
      account: stranger.address,
    });
    for (const ask of [prepareCall, quoteCall]) {
      await expect(ask(planned)).rejects.toMatchObject({
        code: 'chain-refused',
        message: t('registry.transactionFailures.role-missing'),
      });
    }
    expect((await quoteCall({ ...planned, sender: account })).gas).toBeGreaterThan(40_000);
  });

  it('cannot be marked when they never were, nor from a block to come', async () => {
    const admin = await createAdmin();
    const mark = (issuer: string, fromBlock: number) =>
      prepareCall(planIssuerStep(admin.actor, { step: 'compromise', issuer, fromBlock, account }));
    await expect(mark(Wallet.createRandom().address, 0)).rejects.toMatchObject({
      message: t('registry.transactionFailures.never-issuer'),
    });
    await expect(mark(issuerWallet().address, 2 ** 39)).rejects.toMatchObject({
      message: t('registry.transactionFailures.block-in-future'),
    });
  });
});

it('a transfer of the contract’s administration is shown with its time', async () => {
  const admin = await createAdmin();
  expect(await readAdministration(admin.actor)).toEqual({ admin: account, pending: null });
  const next = Wallet.createRandom().address;
  const data = registryInterface.encodeFunctionData('beginDefaultAdminTransfer', [next]);
  await (await chainAdmin().sendTransaction({ to: env().REGISTRY_ADDRESS, data })).wait();
  const { pending } = await readAdministration(admin.actor);
  expect(pending?.admin).toBe(next);
  const days = (Date.parse(pending?.acceptableFrom ?? '') - Date.now()) / DAY_MS;
  expect(Math.round(days)).toBe(2);
});

it('distrusts what a compromised key signed from some block on, and notifies every affected patient', async () => {
  const admin = await createAdmin();
  const issuer = issuerWallet().address;
  const early = await patientOnChain();
  const before = await early.anchor();
  const fromBlock = Number((await indexOf(before))?.addedBlock) + 1;
  const shared = await shareReport();
  const session = await openSessionFor(shared);
  const { contentHash } = await database().report.findUniqueOrThrow({
    where: { id: shared.reportId },
  });
  if (contentHash === null) throw new Error('The report has no hash');
  const pending = await createApprovedReport(shared);
  expect(await countReachedReports(admin.actor, { issuer, fromBlock })).toEqual({ reports: 1 });
  expect((await verifyDocument(contentHash, undefined)).outcome).toBe('authentic');

  await change(admin, { step: 'compromise', issuer, fromBlock });
  const { issuers, ours } = await listIssuers(admin.actor);
  expect(ours.accepted).toBe(false);
  expect(issuers.find(({ isOurs }) => isOurs)).toMatchObject({
    status: 'compromised',
    compromisedFrom: fromBlock,
  });
  expect(await countReachedReports(admin.actor, { issuer, fromBlock })).toEqual({ reports: 0 });
  expect(await countReachedReports(admin.actor, { issuer, fromBlock: 0 })).toMatchObject({
    reports: 1,
  });

  // Each patient with such a report gets one e-mail, also when the blocks are read again.
  await reindexChain(chainHandlers, () => undefined);
  const received = (await deliverMailsTo(shared.patient.actor.email)).filter(
    ({ subject }) => subject === t('registry.issuerCompromisedMail.subject', { reports: 1 }),
  );
  expect(received.map(({ subject }) => subject)).toEqual([
    t('registry.issuerCompromisedMail.subject', { reports: 1 }),
  ]);
  expect(received[0]?.text).toContain(t('registry.issuerCompromisedMail.whatToDo', { reports: 1 }));
  const others = await deliverMailsTo(early.patient.actor.email);
  expect(
    others.filter(
      ({ subject }) => subject === t('registry.issuerCompromisedMail.subject', { reports: 1 }),
    ),
  ).toEqual([]);

  // Guests are denied, the two parties read why, and anyone who has the file.
  const { patient, doctor, reportId } = shared;
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'issuer-compromised' });
  await expect(readGuestReport(session)).rejects.toMatchObject({ code: 'issuer-compromised' });
  const distrusted = { validity: { outcome: 'invalid', because: 'issuer' } };
  expect(await readPatientReport(patient.actor, reportId, t)).toMatchObject(distrusted);
  expect(await readDoctorReport(doctor.actor, reportId)).toMatchObject(distrusted);
  expect((await verifyDocument(contentHash, undefined)).outcome).toBe('distrusted');
  await expect(preparePermissionChange(patient.actor, reportId, [])).rejects.toMatchObject({
    code: 'issuer-compromised',
  });

  // What was anchored before stands; nothing new can be, and the sentence names the clinic's key.
  expect(await readPatientReport(early.patient.actor, before.reportId, t)).toMatchObject({
    validity: { outcome: 'valid' },
  });
  await expect(quoteAnchoring(patient.actor, pending, 0)).rejects.toMatchObject({
    code: 'chain-refused',
    message: t('registry.transactionFailures.attestation-invalid'),
  });
  const again = planIssuerStep(admin.actor, { step: 'appoint', issuer, account });
  await expect(prepareCall(again)).rejects.toMatchObject({
    message: t('registry.transactionFailures.issuer-compromised'),
  });
  expect(await chain().getBlockNumber()).toBeGreaterThan(fromBlock);
});
