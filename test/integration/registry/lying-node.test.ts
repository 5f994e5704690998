import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chainHandlers } from '../../../scripts/worker/chain-handlers';
import { database } from '@/platform/database';
import { followChain } from '@/registry/follow-chain';
import {
  indexOf,
  patientOnChain,
  stateOf,
  type PatientOnChain,
} from '../../support/patient-on-chain';
import { startLyingNode } from '../../support/lying-node';
import { mine, sendFrom, withdrawOnChain } from '../../support/test-chain';

const node = await startLyingNode(process.env['CHAIN_RPC_URL'] ?? '');
process.env['CHAIN_RPC_URL'] = node.url;

const UNAVAILABLE = { code: 'chain-unavailable' };

let someone: PatientOnChain;

beforeAll(async () => {
  someone = await patientOnChain();
});
afterEach(() => {
  node.lie();
});
afterAll(() => node.close());

const nextBlock = async () => (await database().chainCursor.findFirstOrThrow()).nextBlock;

describe('a node that withholds logs', () => {
  it('does not make the follower pass a report', async () => {
    const { request, reportId } = await someone.prepare(['guest@example.org']);
    await followChain(chainHandlers);
    const sent = await sendFrom(someone.wallet, request);
    const { blockNumber = 0 } = (await sent.wait()) ?? {};
    await mine(10);
    node.lie(({ method }) => (method === 'eth_getLogs' ? [] : undefined));
    await expect(followChain(chainHandlers)).rejects.toMatchObject(UNAVAILABLE);
    expect(await nextBlock()).toBeLessThanOrEqual(blockNumber);
    expect(await stateOf(reportId)).toBe('ANCHORING');

    node.lie();
    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('does not make the follower pass the withdrawal that a wallet sent by itself', async () => {
    const report = await someone.anchor(['guest@example.org']);
    await withdrawOnChain(someone.wallet, report.contentHash);
    await mine(10);
    node.lie(({ method }) => (method === 'eth_getLogs' ? [] : undefined));
    await expect(followChain(chainHandlers)).rejects.toMatchObject(UNAVAILABLE);
    node.lie();
    await followChain(chainHandlers);
    expect(await indexOf(report)).toMatchObject({ status: 2, permissions: [] });
  });
});
