import { expect, test } from '@playwright/test';
import { t } from '../support/messages/english';
import type { MadeForecast } from '../support/forecast/made-forecast';
import { DAY_MS } from '@/platform/time/durations';
import { createPatient } from '../support/people/factories';
import { emptyFees, storeForecast } from '../support/forecast/fee-forecasts';
import { sentencePattern } from '../support/messages/sentence-pattern';
import {
  WAIT,
  savingPattern,
  knownPattern,
  feesOf,
  storeAgainstNow,
  expectGood,
} from './support/forecast-steps';

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

/** What the widget shows in each state, by how the forecast begins against the price now. */
const STATES: {
  name: string;
  times: number;
  made?: MadeForecast;
  note: string | RegExp;
  texts: (string | RegExp)[];
}[] = [
  {
    name: 'now, because a wait saves nothing',
    times: 3,
    note: t('forecast.adviceLine.noNeedToWait'),
    texts: [
      sentencePattern('forecast.adviceLine.noNeedToWaitBody', { saving: savingPattern('more') }),
    ],
  },
  {
    name: 'now, because these are the hours',
    times: 3,
    made: { advice: BEGUN },
    note: t('forecast.adviceLine.begun'),
    texts: [
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
    texts: [
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
    texts: [t('forecast.forecastRule.vote'), t('forecast.forecastRule.simpleCosts')],
  },
  {
    name: 'old data, still shown with their age',
    times: 1,
    made: { ageHours: 47 },
    note: WAIT,
    texts: [t('forecast.forecastOrigin.oldData'), knownPattern(47)],
  },
  {
    name: 'days alone, too new for a record',
    times: 1,
    made: { advice: { window: null }, content: { hours: null, record: null } },
    note: sentencePattern('forecast.adviceLine.waitUntil', { when: /.* \(UTC\)/ }),
    texts: [t('forecast.forecastRecord.noRecord')],
  },
];

for (const { name, times, made, note, texts } of STATES) {
  test(`the widget, ${name}`, async ({ browser }) => {
    await storeAgainstNow(times, made);
    const { page, widget } = await feesOf(browser, await createPatient());
    await expect(widget.getByRole('note', { name: note })).toBeVisible();
    for (const words of texts) await expect(widget).toContainText(words);
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

test('without a forecast the widget shows why, and no number', async ({ browser }) => {
  const patient = await createPatient();
  await emptyFees();
  const { page, widget } = await feesOf(browser, patient);
  const status = widget.getByRole('status', { name: t('forecast.noForecast.label') });
  await expect(status).toContainText(
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
  await expect(status).toContainText(t('forecast.noForecast.reasons.data-too-old'));
  await expect(status).toContainText(sentencePattern('forecast.noForecast.knownUntil'));
  await expect(widget).not.toContainText(/[$%]|ETH/);
  await expect(widget.getByRole('button')).toHaveCount(0);
  await expectGood(page);
});
