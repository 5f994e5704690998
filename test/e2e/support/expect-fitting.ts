import { expect, type Page } from '@playwright/test';

/**
 * Expects that a phone shows the page well: nothing is wider than the screen, no button's words are cut off,
 * what a thumb presses is at least 44 px high and wide (WCAG 2.2, 2.5.5), no letter is smaller than 12 px,
 * fields have letters of 16 px (else the phone zooms in), the demo wallet covers nothing, and the page
 * begins within 110 px.
 */
export async function expectFitting(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  const found = await page.evaluate(measure);
  expect(found, `on ${new URL(page.url()).pathname}`).toEqual({
    sideways: 0,
    cut: [],
    small: [],
    tiny: [],
    hardToRead: [],
    covered: [],
    tallHeader: null,
  });
}

/** Runs in the page. */
function measure() {
  const TARGET = 44;
  const LETTERS = 12;
  const HEADER = 110;
  const { scrollWidth, clientWidth } = document.documentElement;
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  // The pages of a PDF are a picture of paper.
  const isOurs = (element: Element) => element.closest('.react-pdf__Page') === null;
  const wordsOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`;
  const isCut = (element: Element) =>
    element.clientWidth > 1 &&
    element.scrollWidth > element.clientWidth + 1 &&
    getComputedStyle(element).overflowX !== 'visible';

  const pressed = [...document.querySelectorAll('button, a[href]')].filter(isShown).filter(isOurs);
  const targets = [
    ...document.querySelectorAll(
      'button, a[href], summary, select, textarea, input:not([type="hidden"])',
    ),
  ]
    .filter(isShown)
    .filter(isOurs);

  /** A link within a sentence has the height of its line (the exception of WCAG 2.5.8). */
  const isInSentence = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent.trim().length ?? 0) > element.textContent.trim().length + 3;
  /** What takes a press for it. */
  const boxesOf = (element: Element) => [
    element,
    ...(element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []),
  ];
  const isSmall = (element: Element) => {
    if (isInSentence(element)) return false;
    const around = -Number.parseFloat(getComputedStyle(element, '::before').top);
    const boxes = boxesOf(element)
      .map((box) => box.getBoundingClientRect())
      .filter(({ width, height, right }) => width > 1 && height > 1 && right > 0);
    // Only for screen readers, or out of sight until it has the focus.
    if (boxes.length === 0) return false;
    const height =
      Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    const width =
      Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    // A box without words takes the press around itself.
    const isWidened =
      element instanceof HTMLInputElement && around > 0 && height + 2 * around >= TARGET - 0.5;
    if (isWidened) return false;
    // Half a pixel is lost in rounding.
    return height < TARGET - 0.5 || width < TARGET - 0.5;
  };

  const letters = [...document.querySelectorAll('body *')].filter(
    (element) =>
      isShown(element) &&
      isOurs(element) &&
      [...element.childNodes].some(
        ({ nodeType, textContent }) =>
          nodeType === Node.TEXT_NODE && (textContent ?? '').trim() !== '',
      ) &&
      Number.parseFloat(getComputedStyle(element).fontSize) < LETTERS,
  );
  const fields = targets.filter((element) =>
    element.matches('textarea, select, input:not([type="checkbox"]):not([type="radio"])'),
  );
  const demoWallet = targets.find((element) => element.textContent.trim() === 'Demo wallet');
  const isCovered = (element: Element) => {
    if (demoWallet === undefined || element === demoWallet) return false;
    const [own, over] = [element.getBoundingClientRect(), demoWallet.getBoundingClientRect()];
    return (
      own.left < over.right &&
      own.right > over.left &&
      own.top < over.bottom &&
      own.bottom > over.top
    );
  };
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  return {
    sideways: scrollWidth - clientWidth,
    cut: pressed
      .filter((element) => [element, ...element.querySelectorAll('*')].some(isCut))
      .map((element) => element.textContent),
    small: targets.filter(isSmall).map(wordsOf),
    tiny: letters.map(wordsOf),
    hardToRead: fields
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
      .map(wordsOf),
    covered: targets.filter(isCovered).map(wordsOf),
    tallHeader: header > HEADER ? header : null,
  };
}
