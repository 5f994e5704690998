import { expect, type Page } from '@playwright/test';

/** Expects that nothing on the page is wider than the screen, and that no button's words are cut off. */
export async function expectFitting(page: Page): Promise<void> {
  const { sideways, cut } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const isCut = (element: Element) =>
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 1 &&
      getComputedStyle(element).overflowX !== 'visible';
    const pressed = [...document.querySelectorAll('button, a[href]')].filter(
      (element) => element.getClientRects().length > 0,
    );
    return {
      sideways: scrollWidth - clientWidth,
      cut: pressed
        .filter((element) => [element, ...element.querySelectorAll('*')].some(isCut))
        .map((element) => element.textContent),
    };
  });
  expect({ sideways, cut }, `on ${new URL(page.url()).pathname}`).toEqual({ sideways: 0, cut: [] });
}
