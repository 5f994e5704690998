import { pen, type Sheet } from '../../pdf/sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from '@/reports/pdf/page-theme';
import { MARK_HEIGHT, marksTop, positionOf } from './pdf-bands';
import type { Mark, Strip } from './pdf-strip';

/** Draws each reading as a dot with its value in a row of its own, the mean as a diamond. */
export function drawMarks(sheet: Sheet, strip: Strip, marks: readonly Mark[], top: number): void {
  for (const [at, mark] of marks.entries()) {
    drawMark(sheet, strip, mark, marksTop(top) + at * MARK_HEIGHT);
  }
}

function drawMark({ doc, ...sheet }: Sheet, strip: Strip, mark: Mark, y: number): void {
  const isMean = mark.isMean === true;
  const value = mark.pressure[strip.side];
  const x = positionOf(strip, value);
  const middle = y + MARK_HEIGHT / 2;
  doc.moveTo(positionOf(strip, strip.min), middle).lineTo(PAGE.left + CONTENT_WIDTH, middle);
  doc.lineWidth(0.4).strokeColor('#FFFFFF').stroke();
  if (isMean)
    doc.polygon([x - 4.5, middle], [x, middle - 4.5], [x + 4.5, middle], [x, middle + 4.5]);
  else doc.circle(x, middle, 3.4);
  doc.fillColor(isMean ? COLOUR.ink : COLOUR.accent).fill();
  const weight = isMean ? 'semibold' : 'regular';
  const written = pen({ doc, ...sheet }, SIZE.small, weight);
  written.text(mark.name, PAGE.left, middle - 5.5, { lineBreak: false });
  written.text(String(value), x + 7, middle - 5.5, { lineBreak: false });
}
