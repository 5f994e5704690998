import type { Translate } from '@/messages/translator';
import { pen, type Sheet } from '../../pdf/sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from '@/reports/pdf/page-theme';
import { ESH_2023, type EshCode } from './categories';
import type { Strip } from './pdf-strip';

/** Bands of the chart; the words stand beside, so that no colour is needed to read it. */
const BAND_COLOUR: Record<EshCode, string> = {
  optimal: '#D8EEDF',
  normal: '#E9F4D6',
  'high-normal': '#FBF2C8',
  'grade-1': '#FCE0BD',
  'grade-2': '#F8C9B3',
  'grade-3': '#F1AFAA',
};

const LABEL_WIDTH = 34;
const NAMES_HEIGHT = 18;
const SCALE_HEIGHT = 12;
/** Height of one row of marks. */
export const MARK_HEIGHT = 11;
const MARKS = 4;

/** A whole strip: names of the bands, four rows of marks, numbers of the scale. */
export const STRIP_HEIGHT = NAMES_HEIGHT + MARKS * MARK_HEIGHT + SCALE_HEIGHT;

const LEFT = PAGE.left + LABEL_WIDTH;
const WIDTH = CONTENT_WIDTH - LABEL_WIDTH;

/** Where a pressure lies across the page. */
export function positionOf({ min, max }: Strip, value: number): number {
  return LEFT + ((value - min) / (max - min)) * WIDTH;
}

/** Where the rows of marks begin below the top of a strip. */
export function marksTop(top: number): number {
  return top + NAMES_HEIGHT;
}

/** Draws the categories as coloured bands, each with its name. */
export function drawBands(sheet: Sheet, strip: Strip, top: number, t: Translate): void {
  const { doc } = sheet;
  const height = NAMES_HEIGHT + MARKS * MARK_HEIGHT;
  let upper = strip.max;
  for (const band of ESH_2023) {
    const lower = Math.max(band[strip.side], strip.min);
    if (lower >= upper) continue;
    const x = positionOf(strip, lower);
    const width = positionOf(strip, upper) - x;
    doc.rect(x, top, width, height).fill(BAND_COLOUR[band.code]);
    const name = t(`templates.bloodPressure.eshShort.${band.code}`);
    pen(sheet, SIZE.tiny, 'regular', COLOUR.ink);
    // Narrow bands break “High-normal” at its hyphen.
    const lines = doc.widthOfString(name) > width - 2 ? name.replace('-', '-\n') : name;
    doc.text(lines, x, top + 0.5, { width, align: 'center', lineGap: -1.5 });
    upper = lower;
  }
}

/** Draws the lower bound of each band as a number, and the ends of the scale. */
export function drawScale(sheet: Sheet, strip: Strip, top: number): void {
  const { doc } = sheet;
  const y = top + NAMES_HEIGHT + MARKS * MARK_HEIGHT;
  const bounds = ESH_2023.map((band) => band[strip.side]).filter(
    (bound) => bound > strip.min && bound < strip.max,
  );
  for (const bound of [strip.min, ...bounds.toReversed(), strip.max]) {
    const x = positionOf(strip, bound);
    doc
      .moveTo(x, y)
      .lineTo(x, y + 2.5)
      .lineWidth(0.5)
      .strokeColor(COLOUR.muted)
      .stroke();
    pen(sheet, SIZE.tiny, 'regular', COLOUR.muted).text(String(bound), x - 12, y + 2.5, {
      width: 24,
      align: 'center',
    });
  }
}
