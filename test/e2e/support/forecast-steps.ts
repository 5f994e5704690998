import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { t } from '../../support/messages/english';
import type { MadeForecast } from '../../support/forecast/made-forecast';
import { quoteFee } from '@/registry/fees/quote-fee';
import type { Person } from '../../support/people/factories';
import { storeForecast } from '../../support/forecast/fee-forecasts';
import { expectAccessible } from './expect-accessible';
import { expectFitting } from './expect-fitting';
import { browserOf, PHONE } from './people';
import { sentencePattern } from '../../support/messages/sentence-pattern';

/** An amount as the widget shows it. */
export const DOLLARS = /\$[\d.]+/;

/** The advice to wait, until whichever hours. */
export const WAIT = sentencePattern('forecast.adviceLine.waitUntil');

/** What the advice saves, or what a wait would cost, in any per cent. */
export function savingPattern(direction: 'less' | 'more'): RegExp {
  const patterns = ['less', 'more', 'mixed'].map((range) =>
    sentencePattern('forecast.saving.saving', { direction, range }),
  );
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

/** How old the newest known fees are. */
export function knownPattern(hours: number): RegExp {
  return sentencePattern('forecast.forecastOrigin.knownUntil', { hours });
}

/** The page of fees, in a zone whose hours are not those of UTC. */
export async function feesOf(browser: Browser, patient: Person, timezoneId = 'Asia/Nicosia') {
  const { page } = await browserOf(browser, patient, { timezoneId });
  await page.goto('/patient/fees');
  const widget = page.getByRole('region', { name: t('app.patientFees.nextSevenDays') });
  await expect(widget).toBeVisible();
  return { page, widget };
}

/** A forecast that begins at so many times what gas costs now: its cheapest hours are 44 % below that. */
export async function storeAgainstNow(times: number, made: MadeForecast = {}) {
  return storeForecast({ current: times * (await presentGwei()), ...made });
}

/** What gas costs now, in gwei. */
export async function presentGwei(): Promise<number> {
  const { baseFeeWei, priorityFeeWei } = await quoteFee(1n);
  return (Number(baseFeeWei) + Number(priorityFeeWei)) / 1e9;
}

/** Checks the page as it stands, wide and light, narrow and dark. */
export async function expectGood(page: Page): Promise<void> {
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

export function row(widget: Locator, name: RegExp): Locator {
  return widget.getByRole('row').filter({ has: widget.page().getByRole('rowheader', { name }) });
}
