import type { Row } from '@/reports/frame/row';
import { draw, ensureRoom, group, pen, type Part, type Sheet } from './sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from './page-theme';
import { writeText } from './write-text';

const GAP = 26;
const COLUMN = (CONTENT_WIDTH - GAP) / 2;
const LABEL = 104;
const ROW_SPACE = 4;

/** Draws label–value lines in two columns, read down the first and then down the second. */
export function drawRowGrid(sheet: Sheet, parent: Part, rows: readonly Row[]): void {
  const { doc } = sheet;
  const half = Math.ceil(rows.length / 2);
  const columns = [rows.slice(0, half), rows.slice(half)];
  ensureRoom(sheet, Math.max(...columns.map((column) => heightOf(sheet, column))));
  const top = doc.y;
  const table = group(sheet, parent, 'Table');
  const bottoms = columns.map((column, at) => {
    doc.y = top;
    for (const row of column) drawRow(sheet, table, row, PAGE.left + at * (COLUMN + GAP));
    return doc.y;
  });
  doc.y = Math.max(...bottoms);
}

function drawRow(sheet: Sheet, table: Part, { label, value }: Row, x: number): void {
  const { doc } = sheet;
  const top = doc.y;
  const line = group(sheet, table, 'TR');
  draw(
    sheet,
    line,
    'TH',
    () => {
      pen(sheet, SIZE.body, 'regular', COLOUR.muted).text(label, x, top, { width: LABEL - 6 });
    },
    { scope: 'Row' },
  );
  const labelBottom = doc.y;
  draw(sheet, line, 'TD', () => {
    pen(sheet, SIZE.body);
    writeText(sheet, 'regular', value, x + LABEL, top, { width: COLUMN - LABEL });
  });
  doc.y = Math.max(doc.y, labelBottom) + ROW_SPACE;
}

function heightOf(sheet: Sheet, rows: readonly Row[]): number {
  const doc = pen(sheet, SIZE.body);
  const heights = rows.map(({ label, value }) =>
    Math.max(
      doc.heightOfString(label, { width: LABEL - 6 }),
      doc.heightOfString(value, { width: COLUMN - LABEL }),
    ),
  );
  return heights.reduce((sum, height) => sum + height + ROW_SPACE, 0);
}
