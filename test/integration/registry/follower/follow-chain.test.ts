import { hexlify, type Wallet } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { encodeAddReport } from '@/registry/calls/encode-calls';
import { followChain } from '@/registry/follower/follow-chain';
import { registryInterface } from '@/registry/contract/report-registry';
import { signAttestation } from '@/registry/contract/sign-attestation';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { createApprovedRow } from '../../../support/reports/approved-report';
import type { Person } from '../../../support/people/factories';
import {
  auditCount,
  confirm,
  indexOf,
  patientOnChain,
  queuedLinks,
  stateOf,
  transactionOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import {
  chain,
  fundedWallet,
  mine,
  sendFrom,
  withoutAutomine,
} from '../../../support/chain/test-chain';

const viewer = (email: string) => ({ email, expiresAt: null });

let someone: PatientOnChain;
let patient: Person;
let wallet: Wallet;

beforeAll(async () => {
  someone = await patientOnChain();
  ({ patient, wallet } = someone);
});

describe('the chain follower', () => {
  it('confirms a report when enough blocks are on it, and not one block earlier', async () => {
    const { request, transactionId, reportId, contentHash } = await someone.prepare([
      'guest@example.org',
    ]);
    const sent = await sendFrom(wallet, request);
    await recordTransactionSent(patient.actor, transactionId, sent.hash);
    const receipt = await sent.wait();

    await mine(env().CHAIN_CONFIRMATIONS - 2);
    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    expect(await database().stagedReport.count({ where: { reportId } })).toBe(1);

    await mine();
    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORED');
    // A reorganisation could still take the report away.
    expect(await database().stagedReport.count({ where: { reportId } })).toBe(1);
    expect(await transactionOf(transactionId)).toMatchObject({
      status: 'CONFIRMED',
      transactionHash: sent.hash,
    });
    const block = await chain().getBlock(receipt?.blockNumber ?? 0);
    const blockTime = new Date((block?.timestamp ?? 0) * 1_000);
    expect(await database().report.findUnique({ where: { id: reportId } })).toMatchObject({
      anchoredAt: blockTime,
    });
    expect(await indexOf({ contentHash })).toMatchObject({
      owner: wallet.address,
      status: 1,
      addedBlock: BigInt(receipt?.blockNumber ?? 0),
      addedAt: blockTime,
      addedTransaction: sent.hash,
    });
    expect(await database().grant.findMany({ where: { reportId } })).toMatchObject([
      { state: 'ACTIVE' },
    ]);
    expect(await queuedLinks(reportId)).toBe(1);
    expect(await auditCount(reportId, 'report.anchored')).toBe(1);
  });

  it('finds a report whose browser was closed before it could report the hash', async () => {
    const { request, transactionId, reportId } = await someone.prepare();
    const sent = await sendFrom(wallet, request);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await transactionOf(transactionId)).toMatchObject({
      status: 'CONFIRMED',
      transactionHash: sent.hash,
    });
  });

  it('recognises a transaction that the wallet sped up under another hash', async () => {
    const { request, transactionId, reportId } = await someone.prepare();
    let faster = '';
    await withoutAutomine(async () => {
      const slow = await sendFrom(wallet, request, { tipGwei: 1 });
      await recordTransactionSent(patient.actor, transactionId, slow.hash);
      const { nonce } = slow;
      faster = (await sendFrom(wallet, request, { blind: true, nonce, tipGwei: 5 })).hash;
      await mine();
    });
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await transactionOf(transactionId)).toMatchObject({
      status: 'CONFIRMED',
      transactionHash: faster,
    });
  });

  it('lets the chain decide when a cancelled transaction is sent after all', async () => {
    const { request, transactionId, reportId } = await someone.prepare(['late@example.org']);
    await cancelTransaction(patient.actor, transactionId);
    expect(await stateOf(reportId)).toBe('APPROVED');
    await sendFrom(wallet, request);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await transactionOf(transactionId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await queuedLinks(reportId)).toBe(1);
  });

  it('ends the other attempts of a report that is anchored', async () => {
    const first = await someone.prepare();
    await cancelTransaction(patient.actor, first.transactionId);
    const second = await prepareAnchoring(patient.actor, first.reportId, []);
    await sendFrom(wallet, first.request);
    await confirm();
    expect(await transactionOf(first.transactionId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await transactionOf(second.transactionId)).toMatchObject({
      status: 'FAILED',
      failure: 'report-already-added',
    });
  });

  it('only indexes reports that are not in this database', async () => {
    const stranger = await fundedWallet();
    const contentHash = crypto.getRandomValues(new Uint8Array(32));
    const deadline = new Date(Date.now() + 600_000);
    const content = { contentHash, sealedMetadata: new Uint8Array(300), deadline };
    const signature = await signAttestation({ ...content, owner: stranger.address });
    await sendFrom(stranger, encodeAddReport({ ...content, ...signature, permissions: [] }));
    await confirm();
    expect(await indexOf({ contentHash })).toMatchObject({
      owner: stranger.address,
    });
  });

  it('does not count a report as anchored when another person’s wallet anchored it', async () => {
    const report = await createApprovedRow(someone.doctor, patient);
    const stranger = await fundedWallet();
    const deadline = new Date(Date.now() + 600_000);
    const sealedMetadata = new Uint8Array(300);
    const content = {
      contentHash: report.contentHash ?? new Uint8Array(),
      sealedMetadata,
      deadline,
    };
    const signature = await signAttestation({ ...content, owner: stranger.address });
    await sendFrom(stranger, encodeAddReport({ ...content, ...signature, permissions: [] }));
    await confirm();
    expect(await stateOf(report.id)).toBe('APPROVED');
    expect(await database().stagedReport.count({ where: { reportId: report.id } })).toBe(1);
  });

  it('applies a change of the viewers, and the withdrawal that ends them all', async () => {
    const { reportId, contentHash } = await someone.anchor(['one@example.org', 'two@example.org']);
    const change = await preparePermissionChange(patient.actor, reportId, [
      viewer('two@example.org'),
      viewer('three@example.org'),
    ]);
    await sendFrom(wallet, change.request);
    await confirm();
    expect(await transactionOf(change.transactionId)).toMatchObject({ status: 'CONFIRMED' });
    const states = async () => {
      const grants = await database().grant.findMany({ where: { reportId } });
      return grants.map(({ state }) => state).toSorted();
    };
    expect(await states()).toEqual(['ACTIVE', 'ACTIVE', 'REMOVED']);

    const data = registryInterface.encodeFunctionData('withdrawReport', [hexlify(contentHash)]);
    await sendFrom(wallet, { ...change.request, data });
    await confirm();
    expect(await indexOf({ contentHash })).toMatchObject({
      status: 2,
      permissions: [],
    });
    expect(await states()).toEqual(['REMOVED', 'REMOVED', 'REMOVED']);
  });
});
