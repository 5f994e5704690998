import type { Wallet } from 'ethers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { chainRpc } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { rewindCursor } from '@/registry/chain/chain-cursor';
import { followChain } from '@/registry/follower/follow-chain';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
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
  forkPoint,
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

describe('bad days of the chain follower', () => {
  it('ignores what a reorganisation removed before it was confirmed', async () => {
    const { request, reportId, transactionId } = await someone.prepare(['guest@example.org']);
    await followChain(chainHandlers);
    const fork = await forkPoint();
    await sendFrom(wallet, request);
    await followChain(chainHandlers);
    await fork.goBack();
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORING');
    expect(await queuedLinks(reportId)).toBe(0);

    // Wallets send it again on the new branch.
    const sent = await sendFrom(wallet, request);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await auditCount(reportId, 'report.anchored')).toBe(1);
    expect(await transactionOf(transactionId)).toMatchObject({ transactionHash: sent.hash });
  });

  it('reads again after a reorganisation deeper than the confirmations', async () => {
    await confirm();
    const fork = await forkPoint();
    const { reportId, request, transactionId, contentHash } = await someone.anchor([
      'a@example.org',
    ]);
    await mine(3);
    await fork.goBack();
    await sendFrom(wallet, request);
    await mine(20);
    await followChain(chainHandlers);

    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await auditCount(reportId, 'report.anchored')).toBe(1);
    expect(await queuedLinks(reportId)).toBe(1);
    const { transactionHash } = await transactionOf(transactionId);
    const receipt = await chain().getTransactionReceipt(transactionHash ?? '');
    expect((await indexOf({ contentHash }))?.addedBlock).toBe(BigInt(receipt?.blockNumber ?? 0));
  });

  it('goes on when the chain has become shorter than what was read', async () => {
    await confirm();
    const fork = await forkPoint();
    await mine(30);
    await followChain(chainHandlers);
    await fork.goBack();
    const { reportId } = await someone.anchor();
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('changes nothing when events come again', async () => {
    const { reportId, contentHash } = await someone.anchor(['one@example.org', 'two@example.org']);
    const change = await preparePermissionChange(patient.actor, reportId, [
      viewer('one@example.org'),
    ]);
    await sendFrom(wallet, change.request);
    await confirm();
    const look = async () => ({
      events: await database().auditEvent.count(),
      jobs: await database().outboxJob.count(),
      grants: await database().grant.findMany({ where: { reportId }, orderBy: { id: 'asc' } }),
      index: await indexOf({ contentHash }),
    });
    const before = await look();
    await rewindCursor(0);
    while (!(await followChain(chainHandlers))) continue;
    expect(await look()).toEqual(before);
  });

  it('keeps all or nothing of a block when it is killed in between', async () => {
    const { request, reportId, transactionId } = await someone.prepare(['guest@example.org']);
    await sendFrom(wallet, request);
    await mine(env().CHAIN_CONFIRMATIONS);
    const killed = {
      ...chainHandlers,
      permissionsSet: () => Promise.reject(new Error('killed')),
    };
    await expect(followChain(killed)).rejects.toThrow('killed');
    expect(await stateOf(reportId)).toBe('ANCHORING');
    expect(await database().stagedReport.count({ where: { reportId } })).toBe(1);
    expect(await transactionOf(transactionId)).toMatchObject({ status: 'PREPARED' });
    expect(await auditCount(reportId, 'report.anchored')).toBe(0);

    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await auditCount(reportId, 'report.anchored')).toBe(1);
    expect(await queuedLinks(reportId)).toBe(1);
  });

  it('writes all or nothing of a batch, and splits one that fails, also in the middle of a block', async () => {
    const anchorings = [
      await someone.prepare(['one@example.org']),
      await someone.prepare(['two@example.org']),
      await someone.prepare(['three@example.org']),
    ];
    const first = await wallet.getNonce();
    await withoutAutomine(async () => {
      for (const [index, { request }] of anchorings.entries()) {
        await sendFrom(wallet, request, { blind: true, nonce: first + index });
      }
      await mine();
    });
    await mine(env().CHAIN_CONFIRMATIONS);
    const states = () => Promise.all(anchorings.map(({ reportId }) => stateOf(reportId)));
    // After the first report was written, as far as it is in the same batch.
    const killedAtTheSecond = async () => {
      const killed: typeof chainHandlers = {
        ...chainHandlers,
        permissionsSet: async (tx, events) => {
          await chainHandlers.permissionsSet(tx, events);
          const isSecond = ({ contentHash }: { contentHash: Uint8Array }) =>
            Buffer.compare(contentHash, anchorings[1]?.contentHash ?? new Uint8Array()) === 0;
          if (events.some(isSecond)) throw new Error('killed');
        },
      };
      await expect(followChain(killed)).rejects.toThrow('killed');
      return states();
    };
    expect(await killedAtTheSecond()).toEqual(['ANCHORING', 'ANCHORING', 'ANCHORING']);
    expect(await database().chainCursor.findFirstOrThrow()).toMatchObject({ nextLog: 0 });
    expect(await auditCount(anchorings[0]?.reportId ?? '', 'report.anchored')).toBe(0);
    let seen = await states();
    for (let kill = 0; kill < 5 && seen[0] !== 'ANCHORED'; kill += 1)
      seen = await killedAtTheSecond();
    expect(seen).toEqual(['ANCHORED', 'ANCHORING', 'ANCHORING']);
    expect(await database().chainCursor.findFirstOrThrow()).toMatchObject({ nextLog: 1 });

    await followChain(chainHandlers);
    expect(await states()).toEqual(['ANCHORED', 'ANCHORED', 'ANCHORED']);
    for (const { reportId } of anchorings) {
      expect(await auditCount(reportId, 'report.anchored')).toBe(1);
      expect(await queuedLinks(reportId)).toBe(1);
    }
  });

  it('takes every event in once when several workers follow', async () => {
    const reports = [];
    for (let index = 0; index < 6; index += 1) {
      const anchoring = await someone.prepare([`guest-${index}@example.org`]);
      await sendFrom(wallet, anchoring.request);
      reports.push(anchoring.reportId);
    }
    await mine(env().CHAIN_CONFIRMATIONS);
    await Promise.all([1, 2, 3, 4].map(() => followChain(chainHandlers)));
    await followChain(chainHandlers);
    for (const reportId of reports) {
      expect(await stateOf(reportId)).toBe('ANCHORED');
      expect(await auditCount(reportId, 'report.anchored')).toBe(1);
      expect(await queuedLinks(reportId)).toBe(1);
    }
  });

  it('catches up after a long time in bounded ranges of blocks', async () => {
    const { request, reportId } = await someone.prepare();
    await mine(1_500);
    await sendFrom(wallet, request);
    await mine(1_000);
    const getLogs = vi.spyOn(chainRpc(), 'getLogs');
    const posts = vi.spyOn(chainRpc(), '_send');
    while (!(await followChain(chainHandlers))) continue;
    expect(await stateOf(reportId)).toBe('ANCHORED');
    // One block of 2,500 may hold an event: nodes with narrow limits are asked for no other's logs.
    expect(getLogs.mock.calls).toHaveLength(1);
    // 100 for 10,000 blocks.
    expect(posts.mock.calls.length).toBeLessThanOrEqual(25);
    getLogs.mockRestore();
    posts.mockRestore();
  });
});
