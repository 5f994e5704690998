import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { hexlify, Signature, type Wallet } from 'ethers';
import { expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { readReport } from '@/registry/contract/read-report';
import { registryInterface } from '@/registry/contract/report-registry';
import { reindexChain } from '@/registry/follower/reindex-chain';
import { readPatientReport } from '@/reports/lists/read-patient-report';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { listViewers } from '@/sharing/viewers/list-viewers';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { createAdmin } from '../../../support/people/factories';
import { auditCount, confirm } from '../../../support/chain/patient-on-chain';
import {
  bindBySignature,
  execute,
  letDaysPass,
  proposedRecovery,
  sendPlanned,
} from '../../../support/chain/recovery';
import { createApprovedReport } from '../../../support/reports/report-factories';
import { linkTo, shareReport, type SharedReport } from '../../../support/reports/shared-report';
import { fundedWallet, sendFrom } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

async function hashOf({ reportId }: SharedReport) {
  const { contentHash } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
  if (contentHash === null) throw new Error('The report has no hash');
  return contentHash;
}

/** The owner hands the report over; the new owner accepts by signature. */
async function transfer(shared: SharedReport, to: Wallet): Promise<void> {
  const contentHash = await hashOf(shared);
  const { permissionsBlock } = await readReport(contentHash);
  const deadline = Math.floor(Date.now() / 1_000) + 3_600;
  const signature = await to.signTypedData(
    {
      name: 'MedAnchor ReportRegistry',
      version: '1',
      chainId: env().CHAIN_ID,
      verifyingContract: env().REGISTRY_ADDRESS,
    },
    {
      Acceptance: [
        { name: 'contentHash', type: 'bytes32' },
        { name: 'owner', type: 'address' },
        { name: 'newOwner', type: 'address' },
        { name: 'permissionsBlock', type: 'uint40' },
        { name: 'deadline', type: 'uint40' },
      ],
    },
    {
      contentHash: hexlify(contentHash),
      owner: shared.wallet.address,
      newOwner: to.address,
      permissionsBlock,
      deadline,
    },
  );
  const { r, yParityAndS } = Signature.from(signature);
  const args = [hexlify(contentHash), to.address, deadline, r, yParityAndS];
  const data = registryInterface.encodeFunctionData('transferReport', args);
  const registry = env().REGISTRY_ADDRESS;
  await (await shared.wallet.sendTransaction({ to: registry, data })).wait();
  await confirm();
}

it('a report that was handed to a stranger is seen by no guest and governed by no wallet of the patient', async () => {
  const shared = await shareReport();
  const { actor } = shared.patient;
  const stranger = await fundedWallet();
  await transfer(shared, stranger);
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'report-invalid' });
  expect(await listViewers(actor, shared.reportId)).toMatchObject([{ state: 'removed' }]);
  expect(await auditCount(shared.reportId, 'report.transferred')).toBe(1);
  const contentHash = await hashOf(shared);
  const index = { owner: stranger.address, permissions: [] };
  expect(await database().chainReport.findUnique({ where: { contentHash } })).toMatchObject(index);
  await reindexChain(chainHandlers, () => undefined);
  expect(await database().chainReport.findUnique({ where: { contentHash } })).toMatchObject(index);
  await expect(preparePermissionChange(actor, shared.reportId, [])).rejects.toMatchObject({
    code: 'wallet-missing',
    message: expect.stringMatching(
      sentencePattern('sharing.requireOwnReport.otherWallet'),
    ) as string,
  });
  // The patient can still read it, and the page names the wallet that governs it.
  expect(await readPatientReport(actor, shared.reportId, t)).toMatchObject({
    state: 'ANCHORED',
    proof: { owner: stranger.address },
  });
});

it('a report that was handed to another wallet of the patient is governed by that one, with no viewer', async () => {
  const shared = await shareReport();
  const own = await fundedWallet();
  await bindBySignature(shared.patient, own);
  await transfer(shared, own);
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
  const viewers = [{ email: shared.email, expiresAt: null }];
  const { actor } = shared.patient;
  const change = await preparePermissionChange(actor, shared.reportId, viewers);
  expect(change.sender).toBe(own.address);
  await (await sendFrom(own, change.request)).wait();
  await confirm();
  // As for every removed viewer: a new grant, and a new link.
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
  expect(await checkGuestLink(await linkTo(shared.email))).toEqual({ outcome: 'ready' });
});

it('after a recovery the new wallet governs what the old one anchored; guests stay', async () => {
  const shared = await shareReport();
  const { patient, doctor, wallet } = shared;
  const { actor } = patient;
  const newWallet = await fundedWallet();
  await bindBySignature(patient, newWallet);
  const lost = { patient, doctor, wallet, newWallet, admin: await createAdmin() };
  const recoveryId = await proposedRecovery(lost);
  await letDaysPass(7);
  await execute(lost, recoveryId);

  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
  const contentHash = await hashOf(shared);
  expect((await readReport(contentHash)).owner).toBe(newWallet.address);
  const index = { owner: newWallet.address };
  expect(await database().chainReport.findUnique({ where: { contentHash } })).toMatchObject(index);

  const change = await preparePermissionChange(actor, shared.reportId, []);
  expect(change.sender).toBe(newWallet.address);
  await expect(
    sendPlanned(wallet, { sender: wallet.address, call: change.request }),
  ).rejects.toMatchObject({
    code: 'chain-refused',
    message: t('registry.transactionFailures.not-report-owner'),
  });
  await (await sendFrom(newWallet, change.request)).wait();
  await confirm();
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
  await reindexChain(chainHandlers, () => undefined);
  expect(await database().chainReport.findUnique({ where: { contentHash } })).toMatchObject({
    ...index,
    permissions: [],
  });

  // Who binds the old wallet again cannot add a report with it.
  await bindBySignature(patient, wallet);
  const another = await createApprovedReport({ doctor, patient });
  await expect(quoteAnchoring(actor, another, 0)).rejects.toMatchObject({ code: 'chain-refused' });
});
