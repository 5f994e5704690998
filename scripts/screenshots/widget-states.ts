import type { Page } from '@playwright/test';
import { isoDay, type MadeForecast } from '../../test/support/forecast/made-forecast';
import { refreshForecast } from '@/forecast/answer/refresh-forecast';
import { feeChain } from '@/forecast/history/fee-chain';
import { simulateFees } from '@/forecast/history/simulate-fees';
import { DAY_MS } from '@/platform/time/durations';
import { quoteFee } from '@/registry/fees/quote-fee';
import { emptyFees, storeForecast } from '../../test/support/forecast/fee-forecasts';
import { t } from '../../test/support/messages/english';

interface WidgetState {
  make: () => Promise<unknown>;
  /** Steps that open what the widget hides at first. */
  steps?: (page: Page) => Promise<void>;
}

/** A forecast that begins at so many times what gas costs now. */
async function againstNow(times = 1, made: MadeForecast = {}): Promise<unknown> {
  const { baseFeeWei, priorityFeeWei } = await quoteFee(1n);
  const now = (Number(baseFeeWei) + Number(priorityFeeWei)) / 1e9;
  return storeForecast({ source: 'COLLECTED', current: times * now, ...made });
}

async function ofSimulation(): Promise<void> {
  const { id } = feeChain();
  await emptyFees();
  await simulateFees(id, new Date());
  await refreshForecast(id, new Date());
}

/** With the chart's tooltip of one hour. */
async function showHours(page: Page): Promise<void> {
  await page.getByText(t('forecast.weekView.hourByHour')).click();
  await page.getByRole('img', { name: /^Expected cost of each hour/ }).hover();
}

/** Hours that have begun: all of today (UTC), for advised hours never lie in two days. */
function begun(): MadeForecast {
  const date = isoDay(new Date());
  const until = new Date(Date.parse(date) + DAY_MS).toISOString();
  return { advice: { date, window: { from: `${date}T00:00:00.000Z`, until } } };
}

/** What the widget can be like, by the name of its picture. */
export const WIDGET_STATES: Record<string, WidgetState> = {
  wait: { make: () => againstNow() },
  hours: {
    make: () => againstNow(),
    steps: showHours,
  },
  now: { make: () => againstNow(3) },
  begun: { make: () => againstNow(3, begun()) },
  'more-expensive': { make: () => againstNow(0.3, begun()) },
  // As in the demo: made from the simulated history.
  simulated: { make: ofSimulation },
  'simulated-hours': { make: ofSimulation, steps: showHours },
  'simple-rule': {
    make: () => againstNow(1, { advice: { rule: 'sunday' }, content: { model: 'smoothing' } }),
  },
  'days-only': {
    make: () => againstNow(1, { advice: { window: null }, content: { hours: null, record: null } }),
  },
  reminded: {
    make: () => againstNow(),
    steps: async (page) => {
      await page.getByRole('button', { name: t('forecast.reminders.remindMe') }).click();
      await page.getByRole('status', { name: t('forecast.reminders.label') }).waitFor();
    },
  },
  'old-data': { make: () => againstNow(1, { ageHours: 30 }) },
  withdrawn: { make: () => storeForecast({ ageHours: 49 }) },
  none: { make: emptyFees },
};
