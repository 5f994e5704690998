import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { t } from '../support/english';
import type { MadeForecast } from '../support/made-forecast';
import { database } from '@/platform/database/database';
import { formattingLocale } from '@/messages/translator';
import { DAY_MS } from '@/platform/time/durations';
import { quoteFee } from '@/registry/fees/quote-fee';
import { createDoctor, createPatient, type Person } from '../support/factories';
import { emptyFees, storeForecast } from '../support/fee-forecasts';
import { createApprovedReport } from '../support/report-factories';
import { bindWallet } from '../support/test-chain';
import { call } from './support/api';
import { expectAccessible } from './support/expect-accessible';
import { expectFitting } from './support/expect-fitting';
import { waitForMail } from './support/mailbox';
import { goToPrice, readCost } from './support/patient-steps';
import { browserOf, PHONE } from './support/people';
import { sentencePattern } from '../support/sentence-pattern';

/** An amount as the widget shows it. */
const DOLLARS = /\$[\d.]+/;

/** The advice to wait, until whichever hours. */
const WAIT = sentencePattern('forecast.adviceLine.waitUntil');

/** What the advice saves, or what a wait would cost, in any per cent. */
function savingPattern(direction: 'less' | 'more'): RegExp {
  const patterns = ['less', 'more', 'mixed'].map((range) =>
    sentencePattern('forecast.saving.saving', { direction, range }),
  );
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

/** How old the newest known fees are. */
function knownPattern(hours: number): RegExp {
  return sentencePattern('forecast.forecastOrigin.knownUntil', { hours });
}

const TODAY = new Date().toISOString().slice(0, 10);

/** Hours that have begun: all of today (UTC), for advised hours never lie in two days. */
const BEGUN = {
  date: TODAY,
  window: {
    from: `${TODAY}T00:00:00.000Z`,
    until: new Date(Date.parse(TODAY) + DAY_MS).toISOString(),
  },
};

test.afterAll(emptyFees);

/** The page of fees, in a zone whose hours are not those of UTC. */
async function feesOf(browser: Browser, patient: Person, timezoneId = 'Asia/Nicosia') {
  const { page } = await browserOf(browser, patient, { timezoneId });
  await page.goto('/patient/fees');
  const widget = page.getByRole('region', { name: t('app.patientFees.nextSevenDays') });
  await expect(widget).toBeVisible();
  return { page, widget };
}

/** A forecast that begins at so many times what gas costs now: its cheapest hours are 44 % below that. */
async function storeAgainstNow(times: number, made: MadeForecast = {}) {
  const { baseFeeWei, priorityFeeWei } = await quoteFee(1n);
  const now = (Number(baseFeeWei) + Number(priorityFeeWei)) / 1e9;
  return storeForecast({ current: times * now, ...made });
}

/** Checks the page as it stands, wide and light, narrow and dark. */
async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  const before = page.viewportSize();
  await page.setViewportSize(PHONE.viewport);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectFitting(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  if (before !== null) await page.setViewportSize(before);
}

function row(widget: Locator, name: RegExp): Locator {
  return widget.getByRole('row').filter({ has: widget.page().getByRole('rowheader', { name }) });
}

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

  const table = widget.getByRole('table');
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
  await widget.getByRole('button', { name: t('forecast.reminders.cancelMail') }).click();
  await expect(reminder).toHaveCount(0);
  await remind.click();
  await expect(reminder).toBeVisible();

  // The day comes.
  const { count } = await database().outboxJob.updateMany({
    where: { kind: 'mail-fee-reminder', doneAt: null },
    data: { runAfter: new Date(Date.now() - 1_000) },
  });
  expect(count).toBe(1);
  const mail = await waitForMail(patient.actor.email, t('forecast.sendFeeReminder.subject'));
  expect(mail.text).toContain(`${hour(from)}–${hour(until)} (Asia/Nicosia)`);
});

/** What the widget says in each state, by how the forecast begins against the price now. */
const STATES: {
  name: string;
  times: number;
  made?: MadeForecast;
  note: string | RegExp;
  says: (string | RegExp)[];
}[] = [
  {
    name: 'now, because a wait saves nothing',
    times: 3,
    note: t('forecast.adviceLine.noNeedToWait'),
    says: [
      sentencePattern('forecast.adviceLine.noNeedToWaitBody', { saving: savingPattern('more') }),
    ],
  },
  {
    name: 'now, because these are the hours',
    times: 3,
    made: { advice: BEGUN },
    note: t('forecast.adviceLine.begun'),
    says: [
      sentencePattern('forecast.adviceLine.begunBody', {
        isWholeDay: 'no',
        hour: /\d\d:\d\d/,
        zone: 'Asia/Nicosia',
      }),
    ],
  },
  {
    name: 'the hours, but more expensive than expected',
    times: 0.3,
    made: { advice: BEGUN },
    note: t('forecast.adviceLine.moreExpensive'),
    says: [
      sentencePattern('forecast.adviceLine.moreExpensiveBody', {
        isWholeDay: 'no',
        saving: savingPattern('less'),
      }),
    ],
  },
  {
    name: 'the simple rule in use',
    times: 1,
    made: { advice: { rule: 'sunday' }, content: { model: 'smoothing', version: null } },
    note: WAIT,
    says: [t('forecast.forecastRule.nextSunday'), t('forecast.forecastRule.simpleCosts')],
  },
  {
    name: 'old data, still shown with their age',
    times: 1,
    made: { ageHours: 47 },
    note: WAIT,
    says: [t('forecast.forecastOrigin.oldData'), knownPattern(47)],
  },
  {
    name: 'days alone, too new for a record',
    times: 1,
    made: { advice: { window: null }, content: { hours: null, record: null } },
    note: sentencePattern('forecast.adviceLine.waitUntil', { when: /.* \(UTC\)/ }),
    says: [t('forecast.forecastRecord.noRecord')],
  },
];

for (const { name, times, made, note, says } of STATES) {
  test(`the widget, ${name}`, async ({ browser }) => {
    await storeAgainstNow(times, made);
    const { page, widget } = await feesOf(browser, await createPatient());
    await expect(widget.getByRole('note', { name: note })).toBeVisible();
    for (const words of says) await expect(widget).toContainText(words);
    const waits = note instanceof RegExp;
    await expect(
      widget.getByRole('button', { name: t('forecast.reminders.remindMe') }),
    ).toHaveCount(waits ? 1 : 0);
    const byHours = widget.getByRole('radiogroup', {
      name: t('forecast.weekView.daysOrHours'),
    });
    await expect(byHours).toHaveCount(made?.content?.hours === null ? 0 : 1);
    await expectGood(page);
  });
}

test('the overview says the price in one line, and only where a report is approved', async ({
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

test('without a forecast the widget says why, and no number', async ({ browser }) => {
  const patient = await createPatient();
  await emptyFees();
  const { page, widget } = await feesOf(browser, patient);
  const told = widget.getByRole('status', { name: t('forecast.noForecast.label') });
  await expect(told).toContainText(
    new RegExp(
      [
        t('forecast.noForecast.reasons.not-made-yet'),
        t('forecast.noForecast.reasons.too-little-history'),
      ].join('|'),
    ),
  );
  await expect(widget).not.toContainText(/[$%]|ETH/);
  await expectGood(page);

  await storeForecast({ ageHours: 49 });
  await page.reload();
  await expect(told).toContainText(t('forecast.noForecast.reasons.data-too-old'));
  await expect(told).toContainText(sentencePattern('forecast.noForecast.knownUntil'));
  await expect(widget).not.toContainText(/[$%]|ETH/);
  await expect(widget.getByRole('button')).toHaveCount(0);
  await expectGood(page);
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
