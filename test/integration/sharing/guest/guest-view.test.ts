import { createHash } from 'node:crypto';
import { getBytes } from 'ethers';
import { describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { issuerWallet } from '@/registry/contract/sign-attestation';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { recordGuestCopy } from '@/sharing/guest/record-copy';
import { putObject } from '@/vault/object-store';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import { deliverMailsTo } from '../../../support/people/mail';
import { confirm } from '../../../support/chain/patient-on-chain';
import {
  changeViewers,
  guestActions,
  openSessionFor,
  shareReport,
  type SharedReport,
} from '../../../support/reports/shared-report';
import { END_REASON } from '../../../support/reports/report-factories';
import { t } from '../../../support/messages/english';

const proxy = await behindProxy('CHAIN_RPC_URL');
const store = await behindProxy('S3_ENDPOINT');

async function expectRefused(session: string | undefined, code: string): Promise<void> {
  await expect(readGuestReport(session)).rejects.toMatchObject({ code });
}

function rowOf({ reportId }: SharedReport) {
  return database().report.findUniqueOrThrow({ where: { id: reportId } });
}

describe('a guest with a session', () => {
  it('gets the PDF that was anchored, and the proof for the three answers', async () => {
    const shared = await shareReport();
    const session = await openSessionFor(shared);
    const report = await readGuestReport(session);
    await recordGuestCopy(session);
    await expect(recordGuestCopy(undefined)).rejects.toMatchObject({ code: 'guest-session-over' });
    const { entries } = await readAccessLog(shared.patient.actor, shared.reportId, null);
    expect(entries.filter(({ action }) => action === 'pdf-copied')).toHaveLength(1);
    const hash = createHash('sha256').update(Buffer.from(report.pdf, 'base64')).digest();
    expect(Buffer.compare(hash, getBytes(report.proof.contentHash))).toBe(0);
    expect(report.proof.transactionHash).toMatch(/^0x[0-9a-f]{64}$/);
    expect(report).toMatchObject({
      reportName: t('templates.bloodPressure.title'),
      patientName: shared.patient.actor.displayName,
      doctorName: shared.doctor.actor.displayName,
      permittedUntil: null,
      content: {
        patient: { name: shared.patient.actor.displayName, birthDate: '1984-03-12' },
        doctor: { clinic: 'Harbour Clinic' },
        findings: { kind: 'BLOOD_PRESSURE', mean: { systolic: 143, diastolic: 91 } },
      },
      proof: {
        chainId: env().CHAIN_ID,
        issuer: issuerWallet().address,
      },
    });
  });

  it('leaves an audit event for each opening', async () => {
    const shared = await shareReport();
    const session = await openSessionFor(shared);
    await readGuestReport(session);
    await readGuestReport(session);
    const events = await database().auditEvent.findMany({
      where: { reportId: shared.reportId, action: 'guest.opened' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ actorKind, details }) => [actorKind, details])).toEqual([
      ['GUEST', { what: 'report' }],
      ['GUEST', { what: 'report' }],
    ]);
  });

  it('sees nothing from the block in which the patient revoked the permission', async () => {
    const shared = await shareReport();
    const session = await openSessionFor(shared);
    await readGuestReport(session);
    await changeViewers(shared, [], { unconfirmed: true });
    await expectRefused(session, 'grant-removed');
    await confirm();
    await expectRefused(session, 'grant-removed');
    const denied = (await guestActions(shared)).filter((action) => action === 'guest.denied');
    expect(denied).toHaveLength(2);
  });

  it('sees nothing of a report that was retracted', async () => {
    const shared = await shareReport();
    const session = await openSessionFor(shared);
    await requestRetraction(shared.doctor.actor, shared.reportId, {
      ...END_REASON,
      replacementId: null,
    });
    await deliverMailsTo(shared.email);
    await expectRefused(session, 'report-invalid');
  });

  it('sees only the report of their own session', async () => {
    const [one, other] = [await shareReport(), await shareReport()];
    const session = await openSessionFor(one);
    await openSessionFor(other);
    const { code } = await rowOf(one);
    expect((await readGuestReport(session)).code).toBe(code);
  });

  it('sees nothing while the chain is unavailable', async () => {
    const shared = await shareReport();
    const session = await openSessionFor(shared);
    await whileCut(proxy, () => expectRefused(session, 'chain-unavailable'));
    expect(await guestActions(shared)).not.toContain('guest.opened');
    await readGuestReport(session);
  });

  it('sees nothing while the file store is unavailable', async () => {
    const shared = await shareReport();
    const session = await openSessionFor(shared);
    await whileCut(store, () => expectRefused(session, 'store-unavailable'));
    await readGuestReport(session);
  });

  it('sees nothing when the stored file is not the anchored one', async () => {
    const [shared, other] = [await shareReport(), await shareReport()];
    const session = await openSessionFor(shared);
    const { objectAddress } = await rowOf(shared);
    await putObject(objectAddress ?? '', new Uint8Array(4_096));
    await expectRefused(session, 'object-altered');
    // Not even the genuine file of another report.
    const genuine = await rowOf(other);
    await database().report.update({
      where: { id: other.reportId },
      data: { objectAddress: null },
    });
    await database().report.update({
      where: { id: shared.reportId },
      data: { objectAddress: genuine.objectAddress },
    });
    await expectRefused(session, 'object-altered');
    expect(await guestActions(shared)).not.toContain('guest.opened');
  });

  it('sees nothing when the owner on the chain is not the patient', async () => {
    const shared = await shareReport();
    const session = await openSessionFor(shared);
    await database().wallet.deleteMany({ where: { accountId: shared.patient.actor.accountId } });
    await expectRefused(session, 'report-invalid');
  });
});

describe('a visitor without a session', () => {
  it.each([
    ['no cookie', undefined],
    ['a cookie that is none', 'x'],
    ['a made-up secret', 'm'.repeat(43)],
  ])('sees nothing with %s', async (_, session) => {
    await expectRefused(session, 'guest-session-over');
  });

  it('sees nothing with the link’s secret instead of the session’s', async () => {
    await expectRefused((await shareReport()).token, 'guest-session-over');
  });
});
