import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { t } from '../support/english';
import type { MadeForecast } from '../support/made-forecast';
import { database } from '@/platform/database/database';
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

  const note = widget.getByRole('note', { name: /^Wait until / });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const hour = (at = '') =>
    new Date(at).toLocaleTimeString('en-GB', { ...clock, timeZone: 'Asia/Nicosia' });
  const { from, until } = advice.window ?? {};
  await expect(note).toContainText(`, ${hour(from)}–${hour(until)}`);
  expect(hour(from)).toMatch(/^0[67]:00$/);
  await expect(note).toContainText(
    /About \$[\d.]+ then: about \d+\s% less than now, likely between/,
  );
  await expect(note).toContainText('Asia/Nicosia');
  await expect(widget).toContainText('Simulated');
  await expect(widget).toContainText('less than an hour old');

  const table = widget.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Day', 'Expected', 'Likely range']);
  await expect(table.getByRole('row')).toHaveCount(1 + 1 + days.length);
  // One price now on the whole page.
  const price = page.getByRole('region', { name: 'Price now' });
  const [eth = ''] = /[\d.]+ ETH/.exec(await price.innerText()) ?? [];
  await expect(row(widget, /^Now$/)).toContainText(eth);
  const cheapest = table.getByRole('row').filter({ hasText: 'Cheapest' });
  await expect(cheapest).toHaveCount(1);
  await expect(cheapest).toContainText(/Advised.*\$[\d.]+.*\$[\d.]+ to \$[\d.]+/s);
  await expect(table).toContainText(/begin at 0[23]:00 in your time zone \(Asia\/Nicosia\)/);
  await expect(widget).toContainText(
    'within ±21 % on average, and its advice saved 14 % against a random day; always choosing Sunday would have saved 13 %.',
  );
  await expect(widget.locator('.recharts-area')).toBeVisible();
  await expectGood(page);

  await widget.getByText(t('forecast.weekView.hourByHour')).click();
  await expect(
    widget.getByRole('radio', { name: t('forecast.weekView.hourByHour') }),
  ).toBeChecked();
  const hours = widget.getByRole('img', { name: /^Expected cost of each hour .*Asia\/Nicosia/ });
  await expect(hours).toBeVisible();
  await expect(hours).toContainText('Advised');
  await hours.hover();
  await expect(hours).toContainText(/\w{3} \d+ \w{3}, \d\d:00.*\$/);
  await expectGood(page);

  await widget.getByRole('button', { name: 'Remind me by e-mail on the day' }).click();
  const reminder = widget.getByRole('status', { name: 'Reminder' });
  await expect(reminder).toContainText(`, ${hour(from)} `);
  await page.reload();
  await expect(reminder).toBeVisible();
  const remind = widget.getByRole('button', { name: 'Remind me by e-mail on the day' });
  await expect(remind).toHaveCount(0);
  await expectGood(page);
  await widget.getByRole('button', { name: 'Cancel this e-mail' }).click();
  await expect(reminder).toHaveCount(0);
  await remind.click();
  await expect(reminder).toBeVisible();

  // The day comes.
  const { count } = await database().outboxJob.updateMany({
    where: { kind: 'mail-fee-reminder', doneAt: null },
    data: { runAfter: new Date(Date.now() - 1_000) },
  });
  expect(count).toBe(1);
  const mail = await waitForMail(patient.actor.email, /good time to pay/);
  expect(mail.text).toContain(`${hour(from)}–${hour(until)} (Asia/Nicosia)`);
});

/** What the widget says in each state, by how the forecast begins against the price now. */
const STATES: { name: string; times: number; made?: MadeForecast; note: RegExp; says: RegExp[] }[] =
  [
    {
      name: 'now, because a wait saves nothing',
      times: 3,
      note: /^No need to wait$/,
      says: [/The forecast for .* is about \d+\s% more than now, likely between/],
    },
    {
      name: 'now, because these are the hours',
      times: 3,
      made: { advice: BEGUN },
      note: /^Now is a good time$/,
      says: [/The best hours are now, until \d\d:\d\d in your time zone \(Asia\/Nicosia\)/],
    },
    {
      name: 'the hours, but more expensive than expected',
      times: 0.3,
      made: { advice: BEGUN },
      note: /^The best hours are now, but more expensive than expected$/,
      says: [/Expected was about \d+\s% less than now/],
    },
    {
      name: 'the simple rule in use',
      times: 1,
      made: { advice: { rule: 'sunday' }, content: { model: 'smoothing', version: null } },
      note: /^Wait until /,
      says: [/chosen by a simple rule, “next Sunday”/, /no trained model is more accurate/],
    },
    {
      name: 'old data, still shown with their age',
      times: 1,
      made: { ageHours: 47 },
      note: /^Wait until /,
      says: [/Old data/, /47 hours old/],
    },
    {
      name: 'days alone, too new for a record',
      times: 1,
      made: { advice: { window: null }, content: { hours: null, record: null } },
      note: /^Wait until .* \(UTC\)$/,
      says: [/too new to know how good it is/],
    },
  ];

for (const { name, times, made, note, says } of STATES) {
  test(`the widget, ${name}`, async ({ browser }) => {
    await storeAgainstNow(times, made);
    const { page, widget } = await feesOf(browser, await createPatient());
    await expect(widget.getByRole('note', { name: note })).toBeVisible();
    for (const words of says) await expect(widget).toContainText(words);
    const waits = note.source.startsWith('^Wait');
    await expect(widget.getByRole('button', { name: /Remind me/ })).toHaveCount(waits ? 1 : 0);
    const byHours = widget.getByRole('radiogroup', { name: 'Days or hours' });
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
  await expect(page.getByText('No reports yet')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/\$|ETH|gwei|forecast/);
  await createApprovedReport({ doctor, patient });
  await page.reload();
  const line = page.getByRole('note', { name: 'Price of sealing' });
  await expect(line).toContainText(
    /^About \$[\d.]+ to seal a report today\. Cheapest \w+day \w+, about \$[\d.]+\. /,
  );
  await expectGood(page);
  await line.getByRole('link', { name: 'Best day to pay' }).click();
  await expect(page.getByRole('heading', { name: 'Best day to pay' })).toBeVisible();
});

test('without a forecast the widget says why, and no number', async ({ browser }) => {
  const patient = await createPatient();
  await emptyFees();
  const { page, widget } = await feesOf(browser, patient);
  const told = widget.getByRole('status', { name: 'No forecast' });
  await expect(told).toContainText(
    /The first one is being made|We do not know the fees of enough days yet/,
  );
  await expect(widget).not.toContainText(/[$%]|ETH/);
  await expectGood(page);

  await storeForecast({ ageHours: 49 });
  await page.reload();
  await expect(told).toContainText('The newest fees that we know are too old for a forecast.');
  await expect(told).toContainText('a forecast older than two days is not shown');
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
  const step = page.getByRole('region', { name: /What does it cost/ });
  await expect(step.getByRole('note', { name: /^Wait until / })).toBeVisible();
  await expect(step.getByRole('table')).toHaveCount(0);
  await step.getByRole('button', { name: t('forecast.feeForecast.showWeek') }).click();
  const cost = await readCost(page);
  const now = step.getByRole('row').filter({ hasText: /^Now/ });
  await expect(now).toContainText(`, ${cost} ETH`);
  await expectGood(page);
  await step.getByRole('button', { name: 'Hide the next 7 days' }).click();
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
