import { BaseWallet, Wallet } from 'ethers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { chainHandlers } from '@/worker/chain-handlers';
import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { encodeAddReports } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { followChain } from '@/registry/follower/follow-chain';
import { SEALED_SIZES } from '@/registry/metadata/seal-metadata';
import { signAttestation } from '@/registry/contract/sign-attestation';
import { readTransactionProgress } from '@/registry/calls/transaction-progress';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { composeSampleCall } from '@/sharing/anchoring/sample-call';
import { findOpenTransaction } from '@/sharing/anchoring/find-open-transaction';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { batchInput, MAX_TOGETHER } from '@/sharing/anchoring/prepared-transaction';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { quoteBatch } from '@/sharing/anchoring/quote-batch';
import { resumeTransaction } from '@/sharing/anchoring/resume-transaction';
import { MAX_VIEWERS } from '@/sharing/grants/viewers';
import { createApprovedRow } from '../../../support/reports/approved-report';
import { createPatient, type Person } from '../../../support/people/factories';
import {
  auditCount,
  confirm,
  patientOnChain,
  queuedLinks,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { createForwardedReport } from '../../../support/reports/report-factories';
import { sentenceOf } from '../../../support/messages/sentence-of';
import { mine, sendFrom } from '../../../support/chain/test-chain';
import { sentencePattern } from '../../../support/messages/sentence-pattern';
import {
  VIEWER,
  createApprovedRows,
  sendBatch,
  statesOf,
  statusesOf,
  transactionsOf,
} from '../../../support/reports/report-batch';

let someone: PatientOnChain;
let patient: Person;
let stranger: Person;

beforeAll(async () => {
  someone = await patientOnChain();
  ({ patient } = someone);
  stranger = await createPatient();
});

const approved = (count = 3) => createApprovedRows(someone, count);

/** Whether another transaction could lock all these reports at once, without waiting. */
async function areUnlocked(ids: string[]): Promise<boolean> {
  try {
    await database().$transaction(
      (tx) =>
        tx.$queryRaw`SELECT id FROM Report WHERE id IN (${Prisma.join(ids)}) FOR UPDATE NOWAIT`,
    );
    return true;
  } catch {
    return false;
  }
}

describe('the signatures of a batch', () => {
  it('are made while no row is locked', async () => {
    const ids = await approved();
    const sign = vi.spyOn(Wallet.prototype, 'signTypedData');
    // The signatures overlap: the locks are read once, so that the reads do not block each other.
    let look: Promise<boolean> | undefined;
    sign.mockImplementation(async function (this: Wallet, ...args) {
      look ??= areUnlocked(ids);
      await look;
      return BaseWallet.prototype.signTypedData.apply(this, args);
    });
    try {
      await prepareBatch(patient.actor, ids, [VIEWER]);
    } finally {
      sign.mockRestore();
    }
    expect(await look).toBe(true);
    expect(await statesOf(ids)).toEqual(['ANCHORING', 'ANCHORING', 'ANCHORING']);
  });
});

describe('anchoring several reports at once', () => {
  it('uses one transaction for all, with the same viewers under different commitments', async () => {
    const ids = await approved();
    const { hash, transactionId, reportCount, kind } = await sendBatch(someone, ids);
    expect({ reportCount, kind }).toEqual({ reportCount: 3, kind: 'ADD_REPORT' });
    expect(await statesOf(ids)).toEqual(['ANCHORING', 'ANCHORING', 'ANCHORING']);
    await confirm();
    expect(await statesOf(ids)).toEqual(['ANCHORED', 'ANCHORED', 'ANCHORED']);
    for (const row of await transactionsOf(ids)) {
      expect(row).toMatchObject({ status: 'CONFIRMED', transactionHash: hash });
    }
    for (const id of ids) {
      expect(await queuedLinks(id)).toBe(1);
      expect(await auditCount(id, 'report.anchored')).toBe(1);
      expect(await auditCount(id, 'report.anchoring-sent')).toBe(1);
    }
    const grants = await database().grant.findMany({ where: { reportId: { in: ids } } });
    expect(grants.map(({ state }) => state)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    expect(new Set(grants.map(({ tag }) => Buffer.from(tag).toString('hex'))).size).toBe(3);
    expect(await readTransactionProgress(patient.actor, transactionId)).toMatchObject({
      status: 'confirmed',
    });
  });

  it('is confirmed only with its last report, also when the follower stopped in between', async () => {
    const ids = await approved();
    const { transactionId } = await sendBatch(someone, ids);
    await mine(env().CHAIN_CONFIRMATIONS);
    let applied = 0;
    const stopsAfterTheFirst: typeof chainHandlers = {
      ...chainHandlers,
      reportsAdded: async (tx, events) => {
        if (events.length > 1 || applied > 0) throw new Error('stopped');
        await chainHandlers.reportsAdded(tx, events);
        applied += 1;
      },
    };
    // The follower splits what fails, until one report is applied alone.
    while (applied === 0) {
      await expect(followChain(stopsAfterTheFirst)).rejects.toThrow('stopped');
    }
    expect((await statusesOf(ids)).toSorted()).toEqual(['CONFIRMED', 'SENT', 'SENT']);
    const confirmed = await database().chainTransaction.findFirstOrThrow({
      where: { reportId: { in: ids }, status: 'CONFIRMED' },
    });
    for (const id of [transactionId, confirmed.id]) {
      const progress = await readTransactionProgress(patient.actor, id);
      expect(progress.status).toBe('in-block');
    }
    await confirm();
    expect((await readTransactionProgress(patient.actor, confirmed.id)).status).toBe('confirmed');
  });

  it('is found by the follower when the browser was closed before it sent the hash', async () => {
    const ids = await approved(2);
    const { request } = await prepareBatch(patient.actor, ids, []);
    await (await sendFrom(someone.wallet, request)).wait();
    await confirm();
    expect(await statesOf(ids)).toEqual(['ANCHORED', 'ANCHORED']);
  });

  it('rejects a batch before the wallet is asked when one report is on the chain already, and names it', async () => {
    const ids = await approved();
    const taken = ids[1] ?? '';
    const alone = await prepareAnchoring(patient.actor, taken, []);
    await (await sendFrom(someone.wallet, alone.request)).wait();
    await cancelTransaction(patient.actor, alone.transactionId);
    const { code } = await database().report.findUniqueOrThrow({ where: { id: taken } });
    await expect(prepareBatch(patient.actor, ids, [])).rejects.toMatchObject({
      code: 'chain-refused',
      message: expect.stringMatching(
        sentencePattern('sharing.simulateTransaction.reportRefused', { code }),
      ) as string,
    });
    expect(await statesOf(ids)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
    expect(new Set(await statusesOf(ids))).toEqual(new Set(['CANCELLED']));
    await expect(prepareAnchoring(patient.actor, taken, [])).rejects.toMatchObject({
      code: 'chain-refused',
    });
  });

  it('happens once when it is requested in several tabs, in any order of the reports', async () => {
    const ids = await approved();
    const results = await Promise.allSettled([
      prepareBatch(patient.actor, ids, []),
      prepareBatch(patient.actor, ids.toReversed(), []),
      prepareBatch(patient.actor, ids.slice(1), []),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ code: 'wrong-state' });
      }
    }
    const rows = await transactionsOf(ids);
    expect(new Set(rows.map(({ batchId }) => batchId)).size).toBe(1);
  });

  it('can be resumed after a closed tab, from the page of any of its reports', async () => {
    const ids = await approved();
    const prepared = await prepareBatch(patient.actor, ids, [VIEWER]);
    for (const id of ids) {
      const open = await findOpenTransaction(patient.actor, id);
      expect(await resumeTransaction(patient.actor, open?.transactionId ?? '')).toEqual(prepared);
      expect(await resumeTransaction(stranger.actor, open?.transactionId ?? '')).toBeNull();
    }
  });
});

describe('the price of a batch', () => {
  it('equals what the transaction then uses, and is quoted with the price one by one', async () => {
    const ids = await approved();
    const quote = await quoteBatch(patient.actor, ids, 1);
    const [first = ''] = ids;
    const single = await quoteAnchoring(patient.actor, first, 1);
    const difference = Math.abs(quote.oneByOne.gas - 3 * single.gas);
    expect(difference).toBeLessThan(3 * 600);
    expect(quote.gas).toBeLessThan(quote.oneByOne.gas);
    expect(quote.baseFeeWei).toBe(quote.oneByOne.baseFeeWei);
    expect(await statesOf(ids)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
    const { receipt } = await sendBatch(someone, ids);
    expect(Math.abs(Number(receipt?.gasUsed) - quote.gas)).toBeLessThan(3 * 600);
  });
});

it('fits the largest batch into the size that nodes relay and into one transaction’s gas', async () => {
  const owner = someone.wallet.address;
  const call = await composeSampleCall(owner, SEALED_SIZES.at(-1) ?? 0, MAX_VIEWERS);
  const calls = Array.from({ length: MAX_TOGETHER }, (_, index) => ({
    ...call,
    contentHash: Uint8Array.from({ length: 32 }, () => index + 1),
  }));
  const signed = await Promise.all(
    calls.map(async (one) => ({ ...one, ...(await signAttestation({ ...one, owner })) })),
  );
  const request = encodeAddReports(signed);
  // go-ethereum's txMaxSize, less the rest of a transaction beside the call's data.
  expect(request.data.length / 2).toBeLessThan(128 * 1024 - 1024);
  // EIP-7825.
  expect(await estimateGas(owner, request)).toBeLessThan(2n ** 24n);
});

describe('a batch is rejected', () => {
  it('when one report is not approved or not theirs, and writes nothing', async () => {
    const ids = await approved(2);
    const waiting = await createForwardedReport(someone);
    const refused = [
      [patient, [...ids, waiting], 'wrong-state'],
      [patient, [...ids, crypto.randomUUID()], 'not-found'],
      [stranger, ids, 'not-found'],
      [someone.doctor, ids, 'not-found'],
    ] as const;
    for (const [person, chosen, code] of refused) {
      await expect(prepareBatch(person.actor, chosen, [])).rejects.toMatchObject({ code });
      await expect(quoteBatch(person.actor, chosen, 0)).rejects.toMatchObject({ code });
    }
    expect(await statesOf(ids)).toEqual(['APPROVED', 'APPROVED']);
    expect(await transactionsOf(ids)).toEqual([]);
  });

  it('without a wallet, and with the patient’s own address', async () => {
    const own = await Promise.all(
      [1, 2].map(async () => (await createApprovedRow(someone.doctor, stranger)).id),
    );
    await expect(prepareBatch(stranger.actor, own, [])).rejects.toMatchObject({
      code: 'wallet-missing',
    });
    const ids = await approved(2);
    const viewers = [{ email: patient.actor.email, expiresAt: null }];
    await expect(prepareBatch(patient.actor, ids, viewers)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { 'viewers.0.email': sentenceOf((t) => t('sharing.rejectOwnEmail.ownAddress')) },
    });
    expect(await statesOf(ids)).toEqual(['APPROVED', 'APPROVED']);
  });

  it.each([
    ['one', [crypto.randomUUID()]],
    ['too many', Array.from({ length: 33 }, () => crypto.randomUUID())],
    ['one twice', Array.from({ length: 2 }, () => '0190a6c0-0000-7000-8000-000000000000')],
  ])('for %s', (_, reportIds) => {
    expect(batchInput.safeParse({ reportIds, viewers: [] }).success).toBe(false);
  });
});
