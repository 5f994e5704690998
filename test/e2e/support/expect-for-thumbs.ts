import { expect, type Page } from '@playwright/test';

/** WCAG 2.2, 2.5.5. */
const TARGET_PX = 44;
/** Below it a phone zooms in on a field that is touched. */
const FIELD_FONT_PX = 16;
/** The demonstration's line and the header together. */
const HEAD_PX = 110;

/**
 * Expects of a page on a phone that everything to be pressed is as large as a thumb, that fields do not make
 * the phone zoom, that the page itself begins in sight, and that the demo wallet lies on nothing.
 */
export async function expectForThumbs(page: Page): Promise<void> {
  const found = await page.evaluate(
    ({ TARGET_PX, FIELD_FONT_PX }) => {
      const nameOf = (element: Element) =>
        (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
      const isShown = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.getBoundingClientRect().width > 1;
      const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);
      // Links within a sentence are as high as its line; those of a PDF are the document's own.
      const pressed = all('button, a[href], select').filter(
        (element) =>
          getComputedStyle(element).display !== 'inline' &&
          element.closest('[role="region"] canvas, .annotationLayer, .recharts-wrapper') === null,
      );
      const small = pressed
        .filter((element) => element.getBoundingClientRect().height < TARGET_PX - 0.5)
        .map((element) => `${nameOf(element)}: ${element.getBoundingClientRect().height} px`);
      const fields = all(
        'input:not([type="checkbox"], [type="radio"], [type="file"]), select, textarea',
      )
        .filter((field) => parseFloat(getComputedStyle(field).fontSize) < FIELD_FONT_PX)
        .map(nameOf);
      const wallet = document.querySelector('[aria-label="Demo wallet"]');
      const box = wallet?.getBoundingClientRect();
      const covered = pressed
        .filter((element) => element !== wallet && box !== undefined)
        .filter((element) => {
          const other = element.getBoundingClientRect();
          return (
            box !== undefined &&
            other.left < box.right &&
            other.right > box.left &&
            other.top < box.bottom &&
            other.bottom > box.top
          );
        })
        .map(nameOf);
      const heights = ['aside[aria-label="Demonstration"]', 'header'].map(
        (selector) =>
          document.querySelector(`body ${selector}`)?.getBoundingClientRect().height ?? 0,
      );
      return { small, fields, covered, head: heights.reduce((sum, height) => sum + height, 0) };
    },
    { TARGET_PX, FIELD_FONT_PX },
  );
  const { head, ...faults } = found;
  const where = `on ${new URL(page.url()).pathname}`;
  expect(faults, where).toEqual({ small: [], fields: [], covered: [] });
  expect(head, where).toBeLessThanOrEqual(HEAD_PX);
}
