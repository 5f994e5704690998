import type { Page } from '@playwright/test';
import { isoDay, type MadeForecast } from '@/forecast/answer/made-forecast';
import { refreshForecast } from '@/forecast/answer/refresh-forecast';
import { feeChain } from '@/forecast/history/fee-chain';
import { simulateFees } from '@/forecast/history/simulate-fees';
import { quoteFee } from '@/registry/quote-fee';
import { emptyFees, storeForecast } from '../../test/support/fee-forecasts';

const HOUR_MS = 3_600_000;

interface WidgetState {
  make: () => Promise<unknown>;
  /** Steps that open what the widget hides at first. */
  steps?: (page: Page) => Promise<void>;
}

/** Foretold of this very chain: what is measured against its price now. */
async function ofThisChain(made: MadeForecast = {}): Promise<unknown> {
  const { baseFeeWei, priorityFeeWei } = await quoteFee(1n);
  const current = (Number(baseFeeWei) + Number(priorityFeeWei)) / 1e9;
  return storeForecast({ source: 'COLLECTED', current, ...made });
}

async function ofSimulation(): Promise<void> {
  const { id } = feeChain();
  await emptyFees();
  await simulateFees(id, new Date());
  await refreshForecast(id, new Date());
}

/** With what the chart says of one hour. */
async function showHours(page: Page): Promise<void> {
  await page.getByText('Hour by hour').click();
  await page.getByRole('img', { name: /^Expected cost of each hour/ }).hover();
}

/** Hours that have begun. */
function begun(likely: number): MadeForecast {
  const window = {
    from: new Date(Date.now() - HOUR_MS).toISOString(),
    until: new Date(Date.now() + 3 * HOUR_MS).toISOString(),
  };
  const saving = { likely, low: likely - 20, high: likely + 15 };
  return { advice: { date: isoDay(new Date()), window, saving } };
}

/** What the widget can be like, by the name of its picture. */
export const WIDGET_STATES: Record<string, WidgetState> = {
  wait: { make: () => ofThisChain() },
  hours: {
    make: () => ofThisChain(),
    steps: showHours,
  },
  now: {
    make: () => ofThisChain({ advice: { saving: { likely: 4, low: -20, high: 20 } } }),
  },
  begun: { make: () => storeForecast(begun(3)) },
  dearer: { make: () => storeForecast(begun(40)) },
  // As in the demo: made from the simulated history.
  simulated: { make: ofSimulation },
  'simulated-hours': { make: ofSimulation, steps: showHours },
  'simple-rule': {
    make: () => ofThisChain({ advice: { rule: 'sunday' }, content: { model: 'smoothing' } }),
  },
  'days-only': {
    make: () => ofThisChain({ advice: { window: null }, content: { hours: null, record: null } }),
  },
  reminded: {
    make: () => storeForecast(),
    steps: async (page) => {
      await page.getByRole('button', { name: 'Remind me' }).click();
      await page.getByRole('status', { name: 'Reminder' }).waitFor();
    },
  },
  'old-data': { make: () => storeForecast({ ageHours: 30 }) },
  withdrawn: { make: () => storeForecast({ ageHours: 49 }) },
  none: { make: emptyFees },
};
