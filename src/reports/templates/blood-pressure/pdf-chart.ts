import type { Translate } from '@/messages/translator';
import { draw, ensureRoom, pen, type Part, type Sheet } from '../../pdf/sheet';
import { CONTENT_WIDTH, PAGE, SIZE } from '@/reports/pdf/page-theme';
import { meanPressure, type Pressure, type Readings } from './categories';
import { drawBands, drawScale, STRIP_HEIGHT } from './pdf-bands';
import { drawMarks } from './pdf-marks';
import type { Mark, Strip } from './pdf-strip';

const TITLE_HEIGHT = 13;

/** Draws the three readings and their mean on the bands of ESH 2023, systolic above diastolic. */
export function drawPressureChart(
  sheet: Sheet,
  parent: Part,
  readings: Readings,
  t: Translate,
): void {
  const marks: Mark[] = [
    { name: 'A', pressure: readings.a },
    { name: 'B', pressure: readings.b },
    { name: 'C', pressure: readings.c },
    { name: t('templates.bloodPressure.mean'), pressure: meanPressure(readings), isMean: true },
  ];
  const strips = [
    stripOf('systolic', t('templates.bloodPressure.systolicScale'), [100, 190], marks),
    stripOf('diastolic', t('templates.bloodPressure.diastolicScale'), [60, 120], marks),
  ];
  const height = strips.length * (TITLE_HEIGHT + STRIP_HEIGHT);
  ensureRoom(sheet, height);
  const top = sheet.doc.y + 2;
  draw(
    sheet,
    parent,
    'Figure',
    () => {
      for (const [at, strip] of strips.entries()) {
        drawStrip(sheet, strip, { marks, top: top + at * (TITLE_HEIGHT + STRIP_HEIGHT), t });
      }
    },
    { alt: inWords(marks, t), bbox: [PAGE.left, top, PAGE.left + CONTENT_WIDTH, top + height] },
  );
  sheet.doc.y = top + height + 2;
}

/** A scale that holds every reading with some air around it. */
function stripOf(
  side: keyof Pressure,
  title: string,
  [min, max]: readonly [number, number],
  marks: readonly Mark[],
): Strip {
  const values = marks.map(({ pressure }) => pressure[side]);
  return {
    side,
    title,
    min: Math.min(min, Math.floor((Math.min(...values) - 5) / 10) * 10),
    max: Math.max(max, Math.ceil((Math.max(...values) + 12) / 10) * 10),
  };
}

function drawStrip(
  sheet: Sheet,
  strip: Strip,
  { marks, top, t }: { marks: readonly Mark[]; top: number; t: Translate },
): void {
  pen(sheet, SIZE.small, 'semibold').text(strip.title, PAGE.left, top, { lineBreak: false });
  drawBands(sheet, strip, top + TITLE_HEIGHT, t);
  drawScale(sheet, strip, top + TITLE_HEIGHT);
  drawMarks(sheet, strip, marks, top + TITLE_HEIGHT);
}

function inWords(marks: readonly Mark[], t: Translate): string {
  const values = marks.map(
    ({ name, pressure }) => `${name} ${pressure.systolic}/${pressure.diastolic}`,
  );
  return t('templates.bloodPressure.chart', { values: values.join(', ') });
}
