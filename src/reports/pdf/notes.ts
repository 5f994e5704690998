import { draw, ensureRoom, pen, decorate, type Part, type Sheet } from './sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from './page-theme';

const PADDING = 8;

/** Draws a sentence that must not be overlooked in a panel of its own. */
export function drawAlert(sheet: Sheet, parent: Part, sentence: string): void {
  const { doc } = sheet;
  const width = CONTENT_WIDTH - 2 * PADDING;
  const height =
    pen(sheet, SIZE.body, 'semibold').heightOfString(sentence, { width }) + 2 * PADDING;
  ensureRoom(sheet, height);
  const top = doc.y;
  decorate(sheet, () => {
    doc.roundedRect(PAGE.left, top, CONTENT_WIDTH, height, 4).fill(COLOUR.warningPanel);
  });
  draw(sheet, parent, 'P', () => {
    pen(sheet, SIZE.body, 'semibold', COLOUR.warning).text(
      sentence,
      PAGE.left + PADDING,
      top + PADDING,
      {
        width,
      },
    );
  });
  doc.y = top + height + 6;
}

/** Draws small print, one paragraph a sentence. */
export function drawNotes(sheet: Sheet, parent: Part, sentences: readonly string[]): void {
  for (const sentence of sentences) {
    pen(sheet, SIZE.small, 'regular', COLOUR.muted);
    ensureRoom(sheet, sheet.doc.heightOfString(sentence, { width: CONTENT_WIDTH }));
    draw(sheet, parent, 'P', () => {
      sheet.doc.text(sentence, PAGE.left, sheet.doc.y, { width: CONTENT_WIDTH });
    });
    sheet.doc.y += 1.5;
  }
}
