import type { Row } from '@/reports/frame/row';
import { decorate, draw, group, pen, type Part, type Sheet } from './sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from './page-theme';

const HEIGHT = 47;

/** Draws what a reader looks for first, side by side in a panel. */
export function drawHeadline(sheet: Sheet, parent: Part, rows: readonly Row[]): void {
  const { doc } = sheet;
  const top = doc.y;
  decorate(sheet, () => {
    doc.roundedRect(PAGE.left, top, CONTENT_WIDTH, HEIGHT, 4).fill(COLOUR.panel);
    doc.rect(PAGE.left, top, 3, HEIGHT).fill(COLOUR.accent);
  });
  const width = (CONTENT_WIDTH - 16) / rows.length;
  const table = group(sheet, parent, 'Table');
  for (const [at, { label, value }] of rows.entries()) {
    const x = PAGE.left + 16 + at * width;
    const line = group(sheet, table, 'TR');
    draw(
      sheet,
      line,
      'TH',
      () => {
        pen(sheet, SIZE.small, 'regular', COLOUR.muted).text(label, x, top + 7, {
          width: width - 8,
        });
      },
      { scope: 'Row' },
    );
    draw(sheet, line, 'TD', () => {
      const size = at === 0 ? SIZE.headline : SIZE.body;
      const y = at === 0 ? top + 17 : top + 19;
      pen(sheet, size, 'semibold').text(value, x, y, { width: width - 8 });
    });
  }
  doc.y = top + HEIGHT + 9;
}
