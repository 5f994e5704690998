import { draw, pen, type Part, type Sheet } from './sheet';
import { CONTENT_WIDTH, PAGE, SIZE } from './page-theme';
import { writeText } from './write-text';

/** Draws free text, one paragraph a line; it flows to as many pages as it needs. */
export function drawParagraphs(sheet: Sheet, parent: Part, text: string): void {
  const { doc } = sheet;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      doc.y += 6;
      continue;
    }
    draw(sheet, parent, 'P', () => {
      pen(sheet, SIZE.body);
      writeText(sheet, 'regular', line, PAGE.left, doc.y, { width: CONTENT_WIDTH, lineGap: 1.5 });
    });
    doc.y += 3;
  }
}
