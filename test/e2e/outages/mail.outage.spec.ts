import { expect, test } from '@playwright/test';
import { database } from '@/platform/database/database';
import { createAdmin, createDoctor, createPatient } from '../../support/people/factories';
import { createForwardedReport } from '../../support/reports/report-factories';
import { allMails, waitForMail } from '../support/mailbox';
import { browserOf } from '../support/people';
import { whileAway } from '../support/service-switch';
import { t } from '../../support/messages/english';

test('without the mail server a mail waits; it is sent once when the server is back', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const { page: admin, context } = await browserOf(browser, await createAdmin());
  let dedupeKey = '';
  await whileAway('mail server', async () => {
    dedupeKey = `mail-report-forwarded:${await createForwardedReport({ doctor, patient })}`;
    const job = () => database().outboxJob.findUniqueOrThrow({ where: { dedupeKey } });
    await expect
      .poll(async () => (await job()).lastError, { timeout: 30_000 })
      .toBe('mail-unavailable');
    expect(await job()).toMatchObject({ doneAt: null, failedAt: null });
    await admin.goto('/admin');
    const outbox = admin.getByRole('region', { name: t('jobs.queuePanel.outbox') });
    await expect(outbox).toContainText(t('jobs.queuePanel.failedBefore'));
  });
  await waitForMail(patient.actor.email, /report/i);
  await expect
    .poll(async () => database().outboxJob.count({ where: { dedupeKey, doneAt: { not: null } } }))
    .toBe(1);
  const mails = await allMails();
  const toPatient = mails.filter(({ to }) =>
    to.some(({ address }) => address === patient.actor.email),
  );
  expect(toPatient).toHaveLength(1);
  await context.close();
});
