import { describe, expect, it } from 'vitest';
import { rememberTimeZone } from '@/accounts/sessions/remember-time-zone';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { database } from '@/platform/database/database';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { requestGuestCode } from '@/sharing/guest/request-guest-code';
import { newSecretToken } from '@/sharing/guest/secret-token';
import { sendGuestLink } from '@/sharing/guest/mails/send-guest-link';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import { deliverMailsTo } from '../../../support/people/mail';
import { confirm } from '../../../support/chain/patient-on-chain';
import {
  changeViewers,
  grantOf,
  guestEmail,
  linkTo,
  shareReport,
} from '../../../support/reports/shared-report';
import { END_REASON } from '../../../support/reports/report-factories';
import { t } from '../../../support/messages/english';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

const proxy = await behindProxy('CHAIN_RPC_URL');
const smtp = await behindProxy('SMTP_URL');

/** Everything in the database that a guest's page could have changed. */
async function everything(reportId: string) {
  return {
    grants: await database().grant.findMany({ where: { reportId } }),
    links: await database().guestLink.count(),
    sessions: await database().guestSession.count(),
    jobs: await database().outboxJob.count(),
    events: await database().auditEvent.count(),
  };
}

describe('the mail with a link', () => {
  it('comes once, in text and HTML, and names patient and doctor but nothing medical', async () => {
    const { email, patient, doctor, token } = await shareReport();
    const mails = await deliverMailsTo(email);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.subject).toBe(
      t('sharing.guestLinkMail.subject', { patient: patient.actor.displayName }),
    );
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(`${doctor.actor.displayName}, Harbour Clinic`);
    }
    expect(mail?.text).toContain(`/guest#${token}`);
    expect(mail?.html).toContain(`/guest#${token}`);
    expect(mail?.text).toMatch(sentencePattern('sharing.guestLinkMail.paragraph'));
    const whole = JSON.stringify(mail);
    expect(whole).not.toContain(patient.actor.email);
    expect(whole).not.toMatch(/blood|pressure|covid/i);
  });

  it('contains the end of the permission', async () => {
    const { email } = await shareReport({ expiresAt: '2031-05-04T12:00:00Z' });
    const [mail] = await deliverMailsTo(email);
    expect(mail?.text).toContain('until 4 May 2031 at 12:00 UTC');
  });

  it('writes the end in the patient’s time zone, as their page does', async () => {
    const shared = await shareReport({ expiresAt: '2031-05-04T12:00:00Z' });
    await rememberTimeZone(shared.patient.actor, { timeZone: 'Asia/Nicosia' });
    const { id } = await grantOf(shared);
    await sendGuestLink({ grantId: id }, { id: 987_654n, locale: DEFAULT_LOCALE });
    const mails = await deliverMailsTo(shared.email);
    expect(mails.at(-1)?.text).toContain('until 4 May 2031 at 15:00 (Asia/Nicosia, UTC+03:00)');
  });

  it('is stored as a hash: the database contains neither the secret nor the address', async () => {
    const { email, token, reportId } = await shareReport();
    const grant = await grantOf({ reportId });
    const rows = JSON.stringify(
      [
        await database().guestLink.findMany(),
        await database().outboxJob.findMany(),
        await database().auditEvent.findMany(),
        { ...grant, sealedEmail: Buffer.from(grant.sealedEmail).toString('latin1') },
      ],
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    );
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(email);
  });

  it('opens the same report when it is sent again; both links work', async () => {
    const { email, token, reportId } = await shareReport();
    const { id: grantId } = await grantOf({ reportId });
    await sendGuestLink({ grantId }, { id: 999_001n, locale: DEFAULT_LOCALE });
    const second = await linkTo(email);
    expect(second).not.toBe(token);
    expect(await checkGuestLink(token)).toEqual({ outcome: 'ready' });
    expect(await checkGuestLink(second)).toEqual({ outcome: 'ready' });
  });

  it('waits while the mail server is down, and is sent when it is back', async () => {
    const email = guestEmail();
    await whileCut(smtp, async () => {
      await expect(shareReport({ email })).rejects.toThrow('no link');
    });
    const waiting = { kind: 'mail-guest-link', doneAt: null };
    const job = await database().outboxJob.findFirstOrThrow({ where: waiting });
    expect(job).toMatchObject({ lastError: 'mail-unavailable', failedAt: null });
    await database().outboxJob.update({ where: { id: job.id }, data: { runAfter: new Date(0) } });
    expect(await checkGuestLink(await linkTo(email))).toEqual({ outcome: 'ready' });
    expect(await deliverMailsTo(email)).toHaveLength(1);
  });

  it('is not sent when the permission was revoked in the meantime', async () => {
    const shared = await shareReport();
    await changeViewers(shared, []);
    const { id: grantId } = await grantOf(shared);
    await sendGuestLink({ grantId }, { id: 999_002n, locale: DEFAULT_LOCALE });
    expect(await deliverMailsTo(shared.email)).toHaveLength(1);
  });
});

describe('a link', () => {
  it('can be opened by mail scanners any number of times without a side effect', async () => {
    const { token, reportId, email } = await shareReport();
    const before = await everything(reportId);
    for (let look = 0; look < 5; look += 1) {
      expect(await checkGuestLink(token)).toEqual({ outcome: 'ready' });
    }
    expect(await everything(reportId)).toEqual(before);
    expect(await deliverMailsTo(email)).toHaveLength(1);
  });

  it('that was never sent is unknown', async () => {
    const { token } = await newSecretToken(database());
    expect(await checkGuestLink(token)).toEqual({ outcome: 'link-unknown' });
    await expect(requestGuestCode(token)).rejects.toMatchObject({ code: 'link-unknown' });
  });

  it('is refused as soon as the chain has the new list, before its confirmations', async () => {
    const shared = await shareReport();
    await changeViewers(shared, [], { unconfirmed: true });
    expect((await grantOf(shared)).state).toBe('ACTIVE');
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
    await expect(requestGuestCode(shared.token)).rejects.toMatchObject({ code: 'grant-removed' });
    await confirm();
    expect((await grantOf(shared)).state).toBe('REMOVED');
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
  });

  it('of a viewer who stays works while a change waits for its confirmations', async () => {
    const shared = await shareReport();
    const viewers = [shared.email, 'second@clinic.example'].map((email) => ({
      email,
      expiresAt: null,
    }));
    await changeViewers(shared, viewers, { unconfirmed: true });
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
    await confirm();
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
    expect(await deliverMailsTo(shared.email)).toHaveLength(1);
    expect(await deliverMailsTo('second@clinic.example')).toHaveLength(1);
  });

  it('works when only the log of the list’s block contains the list', async () => {
    const shared = await shareReport();
    await changeViewers(shared, [{ email: shared.email, expiresAt: '2040-01-01T00:00:00Z' }]);
    await database().chainReport.updateMany({ data: { permissions: [] } });
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
  });

  it('of a retracted report answers only that it is not valid', async () => {
    const shared = await shareReport();
    await requestRetraction(shared.doctor.actor, shared.reportId, {
      ...END_REASON,
      replacementId: null,
    });
    await deliverMailsTo(shared.email);
    await confirm();
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'report-invalid' });
    await expect(requestGuestCode(shared.token)).rejects.toMatchObject({ code: 'report-invalid' });
  });

  it('opens nothing while the chain is unavailable', async () => {
    const { token, email } = await shareReport();
    await whileCut(proxy, async () => {
      expect(await checkGuestLink(token)).toEqual({ outcome: 'chain-unavailable' });
      await expect(requestGuestCode(token)).rejects.toMatchObject({ code: 'chain-unavailable' });
    });
    expect(await checkGuestLink(token)).toEqual({ outcome: 'ready' });
    expect(await deliverMailsTo(email)).toHaveLength(1);
  });
});
