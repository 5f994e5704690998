import { hexlify } from 'ethers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { readCursor } from '@/registry/chain/chain-cursor';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { followChain } from '@/registry/follower/follow-chain';
import { recheckAccounts } from '@/registry/follower/recheck-accounts';
import { recheckReports } from '@/registry/follower/recheck-reports';
import { planIssuerStep } from '@/registry/issuers/issuer-step';
import { readReport } from '@/registry/contract/read-report';
import { planPatientStep } from '@/registry/recovery/recovery-step';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import {
  confirm,
  indexOf,
  letReportsBeDue,
  missEvents,
  patientOnChain,
  stateOf,
  transactionOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { lagBehind, NodeRefusal, startLyingNode } from '../../../support/chain/lying-node';
import {
  askForRecovery,
  chainAdmin,
  letCodePausePass,
  lostWallet,
  newsTo,
  proposedRecovery,
  sendPlanned,
} from '../../../support/chain/recovery';
import {
  chain,
  fundedWallet,
  mine,
  sendFrom,
  withdrawOnChain,
} from '../../../support/chain/test-chain';

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

const usedUp = new NodeRefusal(429, 'Your app has exceeded its compute units per second capacity');

const catchUp = async () => {
  while (!(await followChain(chainHandlers))) continue;
};

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

describe('a provider that refuses large batches and every range of logs', () => {
  it('is asked for less at once, and every event is found', async () => {
    await catchUp();
    const { request, reportId } = await someone.prepare(['guest@example.org']);
    await mine(300);
    await sendFrom(someone.wallet, request);
    await mine(10);
    node.limit(60);
    node.lie(({ method, params: [filter] }) =>
      method === 'eth_getLogs' && !JSON.stringify(filter).includes('blockHash')
        ? new NodeRefusal(-32_600, 'eth_getLogs is limited to a 10 block range')
        : undefined,
    );
    await catchUp();
    node.limit();
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });
});

describe('a node whose index of transactions lies behind its blocks', () => {
  it('does not make a confirmed transaction a lost one', async () => {
    const report = await someone.anchor(['guest@example.org']);
    const change = await preparePermissionChange(someone.patient.actor, report.reportId, []);
    await sendFrom(someone.wallet, change.request);
    await confirm();
    expect(await transactionOf(change.transactionId)).toMatchObject({ status: 'CONFIRMED' });
    // So that the report differs, and its transactions are looked at.
    await withdrawOnChain(someone.wallet, report.contentHash);
    await missEvents();
    node.lie(({ method }) => (method === 'eth_getTransactionReceipt' ? null : undefined));
    await letReportsBeDue();
    await recheckReports(chainHandlers);
    expect(await indexOf(report)).toMatchObject({ status: 2 });
    expect(await transactionOf(change.transactionId)).toMatchObject({ status: 'CONFIRMED' });
  });
});

describe('a node that lags behind', () => {
  it('undoes no recovery and no role, and none of them is read as missed', async () => {
    const [proposed, vetoed] = [await lostWallet(), await lostWallet()];
    const stopped = await proposedRecovery(vetoed);
    const issuer = (await fundedWallet()).address;
    await confirm();
    const behind = await chain().getBlockNumber();
    const waiting = await proposedRecovery(proposed);
    const veto = await planPatientStep(vetoed.patient.actor, stopped, { step: 'veto' });
    await sendPlanned(vetoed.wallet, veto);
    await letCodePausePass();
    const again = await askForRecovery(vetoed);
    const appoint = { step: 'appoint', issuer, account: chainAdmin().address } as const;
    await sendPlanned(chainAdmin(), planIssuerStep(proposed.admin.actor, appoint));
    const read = async () => [
      await database().walletRecovery.findMany({
        where: { id: { in: [waiting, stopped, again] } },
      }),
      await database().chainRoleHolder.findMany({ where: { account: issuer } }),
    ];
    const [before, end] = [await read(), await nextBlock()];

    node.lie(lagBehind(behind));
    await catchUp();
    const start = await nextBlock();
    expect(start).toBeLessThanOrEqual(behind + 1);
    expect(await recheckAccounts()).toBe(false);
    expect(await nextBlock()).toBe(start);
    expect(await read()).toEqual(before);

    node.lie();
    await catchUp();
    expect(await nextBlock()).toBe(end);
    expect(await recheckAccounts()).toBe(false);
    expect(await read()).toEqual(before);
    expect((await newsTo(proposed.patient)).filter((news) => news.includes('not begun'))).toEqual(
      [],
    );
    expect((await newsTo(vetoed.patient)).filter((news) => news.includes('again'))).toEqual([]);
  });
});

describe('a node on another branch than the one that was read', () => {
  it('is not asked for the contract’s state', async () => {
    const { contentHash } = await someone.anchor();
    const elsewhere = `0x${'ab'.repeat(32)}`;
    await expect(readReport(contentHash, elsewhere)).rejects.toMatchObject(UNAVAILABLE);
    const { blockHash } = await readCursor();
    expect(await readReport(contentHash, blockHash)).toMatchObject({ status: 'active' });
  });
});

describe('a node that answers calls with an error of its own', () => {
  it('is not taken for the contract', async () => {
    const { contentHash } = await someone.anchor();
    const { request } = await someone.prepare();
    const ask = () =>
      Promise.allSettled([readReport(contentHash), estimateGas(someone.wallet.address, request)]);
    node.lie(({ method }) => (/^eth_(call|estimateGas)$/.test(method) ? usedUp : undefined));
    const refused = { status: 'rejected', reason: UNAVAILABLE };
    expect(await ask()).toMatchObject([refused, refused]);
    node.lie();
    expect(await ask()).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
  });

  it('about one report does not keep the others from being compared', async () => {
    const [pruned, other] = [await someone.anchor(), await someone.anchor()];
    await letReportsBeDue();
    const before = await database().chainReport.findMany({ where: { checkedAt: null } });
    expect(before.length).toBeGreaterThan(1);
    const hash = hexlify(pruned.contentHash).slice(2);
    node.lie(({ method, params }) =>
      method === 'eth_call' && JSON.stringify(params).includes(hash)
        ? new NodeRefusal(-32_000, 'missing trie node')
        : undefined,
    );
    await expect(recheckReports(chainHandlers)).resolves.toBeGreaterThan(1);
    expect((await indexOf(other))?.checkedAt).not.toBeNull();
  });
});
