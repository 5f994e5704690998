import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Expects that axe finds nothing wrong with the page as it stands: no violation of any impact.
 * What is still being loaded is waited for, and so are movements that end: half-faded text has half its
 * contrast.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // Next.js streams the title of a page that was reached by a link, and it may come last.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
  // Half as long as axe's other mode, which is for frames of other sites: no page of ours has a frame.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  const found = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target }) => `${String(impact)} ${id}: ${help} (${target.join(' ')})`),
  );
  expect(found, `on ${new URL(page.url()).pathname}`).toEqual([]);
}
