import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startChain } from '../../../../scripts/provision/services/chain';
import { freePorts } from '../../../../scripts/provision/ports';
import { claimScratchFolder } from '../../../../scripts/provision/scratch-folder';
import { callRpc } from '../../../../scripts/provision/services/call-rpc';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { askChain } from '@/platform/chain-rpc';
import { cursorId } from '@/registry/chain/chain-cursor';
import { followChain } from '@/registry/follower/follow-chain';
import { readFollowerPosition } from '@/registry/follower/read-follower-position';
import { reindexChain } from '@/registry/follower/reindex-chain';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { verifyDocument } from '@/reports/verify/verify-document';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { startLyingNode } from '../../../support/chain/lying-node';
import {
  patientOnChain,
  stateOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { shareReport } from '../../../support/reports/shared-report';
import { mine, sendFrom } from '../../../support/chain/test-chain';

const ours = process.env['CHAIN_RPC_URL'] ?? '';
const node = await startLyingNode(ours);
process.env['CHAIN_RPC_URL'] = node.url;

const data = await claimScratchFolder('test-wrong-chain');
const [port = 0] = await freePorts(1);
const other = await startChain({
  name: 'other-chain',
  data,
  port,
  chainId: 31_338,
  keep: false,
});

const WRONG = { code: 'wrong-chain' };

let someone: PatientOnChain;

beforeAll(async () => {
  someone = await patientOnChain();
  // Far ahead of ours.
  await callRpc(other.url, 'anvil_mine', '0x1000');
});
afterEach(() => {
  node.redirect(ours);
});
afterAll(async () => {
  await node.close();
  await other.stop();
  rmSync(data.path, { recursive: true, force: true });
});

const cursor = () =>
  database().chainCursor.findUniqueOrThrow({
    where: { id: cursorId() },
    omit: { updatedAt: true },
  });

describe('a node of another chain', () => {
  it('is not read: the follower waits, guests are denied, and readiness fails', async () => {
    const shared = await shareReport();
    const { request, reportId } = await someone.prepare();
    const before = await cursor();
    node.redirect(other.url);
    await expect(followChain(chainHandlers)).rejects.toMatchObject(WRONG);
    await expect(settleTransactions(chainHandlers)).resolves.toBeUndefined();
    await expect(askChain((rpc) => rpc.getBlockNumber())).rejects.toMatchObject(WRONG);
    await expect(verifyDocument(new Uint8Array(32), undefined)).rejects.toMatchObject(WRONG);
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'wrong-chain' });
    expect(await readFollowerPosition()).toMatchObject({ head: null, isWrongChain: true });
    expect(await cursor()).toEqual(before);

    node.redirect(ours);
    await sendFrom(someone.wallet, request);
    await mine(2);
    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
    expect(await readFollowerPosition()).toMatchObject({ isWrongChain: false });
  });

  it('is left behind: what was read of it is forgotten, and nothing of ours is lost', async () => {
    const { request, reportId } = await someone.prepare();
    await followChain(chainHandlers);
    await sendFrom(someone.wallet, request);
    await mine(20);
    // A cursor that an earlier version moved along the wrong chain.
    await database().chainCursor.update({
      where: { id: cursorId() },
      data: { nextBlock: { increment: 15 }, blockHash: `0x${'ef'.repeat(32)}` },
    });
    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('is noticed by a block of ours that was final, even when it has our id', async () => {
    await mine(3);
    await followChain(chainHandlers);
    const { nextBlock } = await cursor();
    const id = cursorId();
    const final = nextBlock - 2n;
    await database().chainCheckpoint.deleteMany();
    await database().chainCheckpoint.create({
      data: { cursorId: id, number: final, hash: `0x${'ef'.repeat(32)}` },
    });
    await database().chainCursor.update({
      where: { id },
      data: { finalBlock: final, blockHash: `0x${'ef'.repeat(32)}` },
    });
    await mine();
    await expect(followChain(chainHandlers)).rejects.toMatchObject(WRONG);
    expect((await cursor()).nextBlock).toBe(nextBlock);

    // Of a person who is sure of the node.
    const reindex = (forgetFinalBlocks: boolean) =>
      reindexChain(chainHandlers, () => undefined, { forgetFinalBlocks });
    await expect(reindex(false)).rejects.toMatchObject(WRONG);
    await reindex(true);
    await followChain(chainHandlers);
    expect((await cursor()).nextBlock).toBeGreaterThan(nextBlock);
  });
});
