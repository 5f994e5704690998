import { expect, test } from '@playwright/test';
import { t } from '../support/messages/english';
import { database } from '@/platform/database/database';
import { formattingLocale } from '@/messages/translator';
import { createDoctor, createPatient } from '../support/people/factories';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { emptyFees, flatRule, storeForecast } from '../support/forecast/fee-forecasts';
import { createApprovedReport } from '../support/reports/report-factories';
import { bindWallet } from '../support/chain/test-chain';
import { call } from './support/api';
import { waitForMail } from './support/mailbox';
import { confirmInWallet, shareAccount } from './support/demo-wallet-steps';
import {
  expectAnchored,
  goToPrice,
  openSealing,
  payMyself,
  readCost,
} from './support/patient-steps';
import { browserOf } from './support/people';
import { readyToSeal } from './support/ready-to-seal';
import { sentencePattern } from '../support/messages/sentence-pattern';
import {
  DOLLARS,
  WAIT,
  savingPattern,
  knownPattern,
  feesOf,
  presentGwei,
  storeAgainstNow,
  expectGood,
  row,
} from './support/forecast-steps';

test.afterAll(emptyFees);

test('waiting: the hours on the reader’s clock, the week as a table, the record, a reminder', async ({
  browser,
}) => {
  const { advice, days } = await storeAgainstNow(1);
  const patient = await createPatient();
  const { page, widget } = await feesOf(browser, patient);

  const note = widget.getByRole('note', { name: WAIT });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const hour = (at = '') =>
    new Date(at).toLocaleTimeString(formattingLocale(t), { ...clock, timeZone: 'Asia/Nicosia' });
  const { from, until } = advice.window ?? {};
  await expect(note).toContainText(`, ${hour(from)}–${hour(until)}`);
  expect(hour(from)).toMatch(/^0[67]:00$/);
  await expect(note).toContainText(
    sentencePattern('forecast.adviceLine.costThen', {
      size: 'other',
      cost: DOLLARS,
      saving: savingPattern('less'),
    }),
  );
  await expect(note).toContainText('Asia/Nicosia');
  await expect(widget).toContainText(t('forecast.forecastOrigin.simulated'));
  await expect(widget).toContainText(knownPattern(0));

  await expect(note).toContainText(
    t('forecast.adviceLine.bestAround', { hour: hour(advice.window?.best) }),
  );
  const table = widget.getByRole('table').first();
  await expect(table.getByRole('columnheader')).toHaveText([
    t('forecast.dayTable.day'),
    t('forecast.dayTable.expected'),
    t('forecast.dayTable.likelyRange'),
  ]);
  await expect(table.getByRole('row')).toHaveCount(1 + 1 + days.length);
  // One price now on the whole page.
  const price = page.getByRole('region', { name: t('registry.feeNow.priceNow') });
  const [eth = ''] = /[\d.]+ ETH/.exec(await price.innerText()) ?? [];
  await expect(row(widget, /^Now$/)).toContainText(eth);
  const cheapest = table.getByRole('row').filter({ hasText: t('forecast.dayTable.cheapest') });
  await expect(cheapest).toHaveCount(1);
  await expect(cheapest).toContainText(t('forecast.dayTable.advised'));
  await expect(cheapest).toContainText(
    sentencePattern('forecast.dayTable.range', { low: DOLLARS, high: DOLLARS }),
  );
  await expect(table).toContainText(
    sentencePattern('forecast.dayTable.daysOfUtcBeginAt', {
      hour: /0[23]:00/,
      zone: 'Asia/Nicosia',
    }),
  );
  await expect(widget).toContainText(
    t('forecast.forecastRecord.record', {
      origins: 90,
      error: '21 %',
      advice: 'saved',
      saved: '14 %',
      sunday: 'saved',
      sundaySaved: '13 %',
    }),
  );
  const rules = widget.getByRole('table').last();
  const ruleRow = (name: string) => rules.getByRole('row').filter({ hasText: name });
  await expect(ruleRow(t('forecast.ruleTable.ourAdvice'))).toContainText('14 %');
  await expect(ruleRow(t('forecast.ruleTable.rules.tomorrow'))).toContainText(
    t('forecast.saving.saved', { direction: 'lost', percent: '1 %' }),
  );
  await expect(widget.locator('.recharts-area')).toBeVisible();
  await expectGood(page);

  await widget.getByText(t('forecast.weekView.hourByHour')).click();
  await expect(
    widget.getByRole('radio', { name: t('forecast.weekView.hourByHour') }),
  ).toBeChecked();
  const hours = widget.getByRole('img', {
    name: sentencePattern('forecast.hourChart.description', { zone: 'Asia/Nicosia' }),
  });
  await expect(hours).toBeVisible();
  await expect(hours).toContainText(t('forecast.dayTable.advised'));
  await hours.hover();
  await expect(hours).toContainText(/\w{3} \d+ \w{3}, \d\d:00.*\$/);
  await expectGood(page);

  await widget.getByRole('button', { name: t('forecast.reminders.remindMe') }).click();
  const reminder = widget.getByRole('status', { name: t('forecast.reminders.label') });
  await expect(reminder).toContainText(`, ${hour(from)} `);
  await page.reload();
  await expect(reminder).toBeVisible();
  const remind = widget.getByRole('button', { name: t('forecast.reminders.remindMe') });
  await expect(remind).toHaveCount(0);
  await expectGood(page);
  await widget.getByRole('button', { name: t('forecast.reminders.cancel') }).click();
  await expect(reminder).toHaveCount(0);
  await remind.click();
  await expect(reminder).toBeVisible();

  // The day comes.
  const { count } = await database().outboxJob.updateMany({
    where: { kind: 'remind-of-fees', doneAt: null },
    data: { runAfter: new Date(Date.now() - 60_000) },
  });
  expect(count).toBe(1);
  const mail = await waitForMail(patient.actor.email, t('forecast.sendFeeReminder.subject'));
  expect(mail.text).toContain(`${hour(from)}–${hour(until)} (Asia/Nicosia)`);
});

test('the overview shows the price in one line, and only where a report is approved', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await storeAgainstNow(1);
  const { page } = await browserOf(browser, patient);
  await page.goto('/patient');
  await expect(page.getByText(t('app.patient.noReportsYet'))).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/\$|ETH|gwei|forecast/);
  await createApprovedReport({ doctor, patient });
  await page.reload();
  const line = page.getByRole('note', { name: t('forecast.priceLine.priceOfSealing') });
  await expect(line).toContainText(
    new RegExp(
      [
        sentencePattern('forecast.priceLine.today', { size: 'usual', cost: DOLLARS }),
        sentencePattern('forecast.priceLine.cheapest', {
          isWholeDay: 'no',
          when: /\w+day \w+/,
          size: 'usual',
          cost: DOLLARS,
        }),
      ]
        .map(({ source }) => source)
        .join(' '),
    ),
  );
  await expectGood(page);
  await line.getByRole('link', { name: t('forecast.priceLine.bestDayToPay') }).click();
  await expect(
    page.getByRole('heading', { name: t('forecast.priceLine.bestDayToPay') }),
  ).toBeVisible();
});

test('where a fee is about to be paid, it is this transaction whose week is shown', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await bindWallet(patient);
  const reportId = await createApprovedReport({ doctor, patient });
  // Half of what it costs now: however the price drifts meanwhile, a wait is worth it.
  await storeAgainstNow(1, { source: 'COLLECTED' });
  const { page } = await browserOf(browser, patient);
  await page.goto(`/patient/seal?report=${reportId}`);
  await goToPrice(page);
  await payMyself(page);
  const step = page.getByRole('region', { name: t('sharing.sealingSteps.costTitle') });
  await expect(step.getByRole('note', { name: WAIT })).toBeVisible();
  await expect(step.getByRole('table')).toHaveCount(0);
  await step.getByRole('button', { name: t('forecast.feeForecast.showWeek') }).click();
  const cost = await readCost(page);
  const now = step.getByRole('row').filter({ hasText: /^Now/ });
  await expect(now).toContainText(`, ${cost} ETH`);
  await expectGood(page);
  await step.getByRole('button', { name: t('forecast.feeForecast.hideWeek') }).click();
  await expect(step.getByRole('table')).toHaveCount(0);
});

test('who signs once has it sealed when it is cheap, and sees what that saved', async ({
  browser,
}) => {
  const poor = t('registry.demoAccounts.withoutEther');
  const price = await presentGwei();
  // The price is twice the usual one.
  await storeForecast({}, flatRule(price / 2));
  const { page, reportId } = await readyToSeal(browser, poor);
  await openSealing(page);
  await goToPrice(page);
  await page.getByRole('radio', { name: t('sharing.payerChoice.clinic-later.label') }).check();
  const plan = page.getByRole('group', { name: t('sharing.waitingChoice.label') });
  await plan.getByText(t('sharing.waitingChoice.option', { days: 3 })).click();
  await expect(plan).toContainText(sentencePattern('sharing.waitingPlan.latest'));
  await expectGood(page);
  await page
    .getByRole('button', { name: t('sharing.sealingSteps.sealLater', { count: 1 }) })
    .click();
  await shareAccount(page, poor);
  await confirmInWallet(page, 'sign-data');
  await expect(page.getByText(t('sharing.relayWaiting.whenCheap'))).toBeVisible();
  await expect(page.getByText(sentencePattern('sharing.waitingPlan.latest'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('sharing.relayWaiting.sendNow') })).toBeEnabled();
  await expectGood(page);

  // As if an hour had passed, and gas now cost a third of what it did.
  await storeForecast({}, flatRule(4 * price));
  const where = { transactions: { some: { reportId } } };
  const { id, quote } = await database().relayedCall.findFirstOrThrow({ where });
  const signed = feeQuoteSchema.parse(quote);
  const costWei = (3n * BigInt(signed.costWei)).toString();
  await database().relayedCall.update({
    where: { id },
    data: { sendAfter: new Date(0), quote: { ...signed, costWei } },
  });
  await expectAnchored(page);
  await expect(
    page
      .getByRole('note')
      .filter({ hasText: sentencePattern('sharing.sealingSaving.saved', { count: 1 }) }),
  ).toBeVisible();
  await expectGood(page);
});

test('the answer is read, not reckoned: asking for it changes nothing', async ({ browser }) => {
  await storeAgainstNow(1);
  const { context } = await browserOf(browser, await createDoctor());
  const known = async () => ({
    forecasts: await database().feeForecast.findMany({ select: { id: true, madeAt: true } }),
    models: await database().feeModel.count(),
  });
  const before = await known();
  for (const asked of [1, 2]) {
    const answer = await call(context.request, 'GET', '/api/forecast');
    expect(await answer.json(), `asked ${asked} times`).toMatchObject({
      status: 'ready',
      advice: { kind: 'wait' },
    });
  }
  expect(await known()).toEqual(before);
});
