import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { findOpenTransaction } from '@/sharing/anchoring/find-open-transaction';
import { MAX_FAILED_CODES } from '@/sharing/guest/guest-limits';
import { listViewers } from '@/sharing/viewers/list-viewers';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { quotePermissionChange } from '@/sharing/viewers/quote-permission-change';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { resumeTransaction } from '@/sharing/anchoring/resume-transaction';
import { createPatient } from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { auditCount, confirm, transactionOf } from '../../../support/chain/patient-on-chain';
import {
  changeViewers,
  guestEmail,
  linkTo,
  shareReport,
  type SharedReport,
} from '../../../support/reports/shared-report';
import { END_REASON } from '../../../support/reports/report-factories';
import { bindWallet, sendFrom } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

const LATER = '2040-01-01T00:00:00.000Z';

let shared: SharedReport;

beforeEach(async () => {
  shared = await shareReport();
});

function viewer(email: string, expiresAt: string | null = null) {
  return { email, expiresAt };
}

async function listed() {
  const viewers = await listViewers(shared.patient.actor, shared.reportId);
  return viewers.map(({ email, state, expiresAt }) => [email, state, expiresAt]);
}

describe('changing the viewers', () => {
  it('adds a viewer, who gets a mail; a viewer who stays keeps the link and gets none', async () => {
    const added = guestEmail();
    await changeViewers(shared, [viewer(shared.email), viewer(added, LATER)]);
    expect(await listed()).toEqual([
      [shared.email, 'active', null],
      [added, 'active', LATER],
    ]);
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
    expect(await checkGuestLink(await linkTo(added))).toEqual({ outcome: 'ready' });
    expect(await deliverMailsTo(shared.email)).toHaveLength(1);
    expect(await auditCount(shared.reportId, 'permissions.changed')).toBe(1);
  });

  it('removes a viewer, whose link stops working, and who gets a new one when added again', async () => {
    await changeViewers(shared, []);
    expect(await listed()).toEqual([[shared.email, 'removed', null]]);
    await changeViewers(shared, [viewer(shared.email)]);
    const again = await linkTo(shared.email);
    expect(again).not.toBe(shared.token);
    expect(await checkGuestLink(again)).toEqual({ outcome: 'ready' });
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
  });

  it('changes the end under the same link', async () => {
    await changeViewers(shared, [viewer(shared.email, LATER)]);
    expect(await listed()).toEqual([[shared.email, 'active', LATER]]);
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
    expect(await deliverMailsTo(shared.email)).toHaveLength(1);
  });

  it('sends a new link to a viewer whose link was locked by wrong codes', async () => {
    await database().grant.updateMany({ data: { failedCodes: MAX_FAILED_CODES } });
    expect(await listed()).toEqual([[shared.email, 'closed', null]]);
    await changeViewers(shared, [viewer(shared.email)]);
    expect(await checkGuestLink(await linkTo(shared.email))).toEqual({ outcome: 'ready' });
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
    expect(await listed()).toEqual([
      [shared.email, 'active', null],
      [shared.email, 'removed', null],
    ]);
  });

  it('costs what was quoted', async () => {
    const quote = await quotePermissionChange(shared.patient.actor, shared.reportId, 2);
    const { request } = await preparePermissionChange(shared.patient.actor, shared.reportId, [
      viewer(shared.email),
      viewer(guestEmail()),
    ]);
    const receipt = await (await sendFrom(shared.wallet, request)).wait();
    expect(Math.abs(Number(receipt?.gasUsed) - quote.gas)).toBeLessThan(600);
  });
});

describe('a change is rejected', () => {
  it('for everyone but the patient whose wallet owns the report', async () => {
    const stranger = await createPatient();
    await bindWallet(stranger);
    for (const { actor } of [stranger, shared.doctor]) {
      await expect(preparePermissionChange(actor, shared.reportId, [])).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(quotePermissionChange(actor, shared.reportId, 0)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(listViewers(actor, shared.reportId)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    await database().wallet.deleteMany({ where: { accountId: shared.patient.actor.accountId } });
    await expect(
      preparePermissionChange(shared.patient.actor, shared.reportId, []),
    ).rejects.toMatchObject({ code: 'wallet-missing' });
  });

  it('when nothing would change, and with the patient’s own address', async () => {
    const { actor } = shared.patient;
    for (const viewers of [[viewer(shared.email)], [viewer(actor.email)]]) {
      await expect(preparePermissionChange(actor, shared.reportId, viewers)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
  });

  it('as soon as the doctor has requested a retraction, before it costs anything', async () => {
    const { patient, doctor, reportId } = shared;
    const begun = await preparePermissionChange(patient.actor, reportId, []);
    expect(await resumeTransaction(patient.actor, begun.transactionId)).not.toBeNull();
    await requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId: null });
    expect(await resumeTransaction(patient.actor, begun.transactionId)).toBeNull();
    await cancelTransaction(patient.actor, begun.transactionId);
    for (const ask of [
      () => preparePermissionChange(patient.actor, reportId, []),
      () => quotePermissionChange(patient.actor, reportId, 0),
    ]) {
      await expect(ask()).rejects.toMatchObject({
        code: 'report-invalid',
        message: t('reports.requireNotEnded.ended'),
      });
    }
  });

  it('while another is prepared, until that one is cancelled', async () => {
    const { actor } = shared.patient;
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => preparePermissionChange(actor, shared.reportId, [])),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const open = await findOpenTransaction(actor, shared.reportId);
    expect(open?.kind).toBe('SET_PERMISSIONS');
    await expect(preparePermissionChange(actor, shared.reportId, [])).rejects.toMatchObject({
      code: 'conflict',
    });
    await cancelTransaction(actor, open?.transactionId ?? '');
    await changeViewers(shared, []);
  });

  it('while the last one waits for its confirmations', async () => {
    await changeViewers(shared, [], { unconfirmed: true });
    await database().chainTransaction.updateMany({ data: { status: 'CONFIRMED' } });
    await expect(
      preparePermissionChange(shared.patient.actor, shared.reportId, [viewer(shared.email)]),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('by the chain when the list changed since it was prepared', async () => {
    const { actor } = shared.patient;
    const first = await preparePermissionChange(actor, shared.reportId, []);
    await cancelTransaction(actor, first.transactionId);
    await changeViewers(shared, [viewer(shared.email, LATER)]);
    await expect(sendFrom(shared.wallet, first.request)).rejects.toMatchObject({
      code: 'CALL_EXCEPTION',
    });
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
  });
});

it('applies a change that is sent after it was cancelled, because the chain has it', async () => {
  const added = guestEmail();
  const { actor } = shared.patient;
  const { request, transactionId } = await preparePermissionChange(actor, shared.reportId, [
    viewer(added),
  ]);
  await cancelTransaction(actor, transactionId);
  await (await sendFrom(shared.wallet, request)).wait();
  await confirm();
  expect(await transactionOf(transactionId)).toMatchObject({ status: 'CONFIRMED' });
  expect(await checkGuestLink(await linkTo(added))).toEqual({ outcome: 'ready' });
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
});
