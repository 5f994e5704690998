import { firstUnprintable } from '@/platform/printing/printable';
import type { Translate } from '@/messages/translator';
import type { ReportDocument } from './report-document';
import { templateTitle } from '@/reports/templates/templates';
import { fontOf } from '@/reports/pdf/fonts';
import { decorate, pen, type Sheet } from '@/reports/pdf/sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from '@/reports/pdf/page-theme';

/** Draws head and foot of every page, once the number of pages is known. */
export function drawPageFurniture(sheet: Sheet, document: ReportDocument, t: Translate): void {
  const { doc } = sheet;
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    // Text below the margin would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    decorate(sheet, () => {
      if (document.preview) drawPreviewMark(sheet, t);
      if (page > 0) drawRunningHead(sheet, document, t);
      drawFoot(sheet, document, { page: page + 1, count, t });
    });
  }
}

function drawRunningHead(
  sheet: Sheet,
  { template, code, patient }: ReportDocument,
  t: Translate,
): void {
  const { doc } = sheet;
  const words = t('reports.pdf.runningHead', { title: templateTitle(template, t), code });
  pen(sheet, SIZE.small, 'semibold', COLOUR.accent).text(words, PAGE.left, 36, {
    lineBreak: false,
  });
  pen(sheet, SIZE.small, 'regular', COLOUR.muted).text(
    lettersOf(
      firstUnprintable(patient.name) === undefined ? patient.name : (patient.printedName ?? ''),
    ),
    PAGE.left + 250,
    36,
    {
      width: CONTENT_WIDTH - 250,
      height: 12,
      align: 'right',
      ellipsis: true,
    },
  );
  doc.moveTo(PAGE.left, 50).lineTo(PAGE.left + CONTENT_WIDTH, 50);
  doc.lineWidth(0.7).strokeColor(COLOUR.line).stroke();
}

/** A name that must fit into one line is set in one font: a sign in it is left out here alone. */
function lettersOf(name: string): string {
  return Array.from(name)
    .filter((character) => fontOf(character, 'regular') === 'regular')
    .join('');
}

function drawFoot(
  sheet: Sheet,
  { verifyUrl, code }: ReportDocument,
  { page, count, t }: { page: number; count: number; t: Translate },
): void {
  const { doc } = sheet;
  const y = PAGE.height - 40;
  doc.moveTo(PAGE.left, y).lineTo(PAGE.left + CONTENT_WIDTH, y);
  doc.lineWidth(0.7).strokeColor(COLOUR.line).stroke();
  const { host, pathname } = new URL(verifyUrl);
  const words = t('reports.pdf.checkAt', { code, address: `${host}${pathname}` });
  pen(sheet, SIZE.small, 'regular', COLOUR.muted).text(words, PAGE.left, y + 6, {
    width: CONTENT_WIDTH - 90,
    height: 12,
    ellipsis: true,
  });
  const pageNumber = t('reports.pdf.page', { page, count });
  doc.text(pageNumber, PAGE.left + CONTENT_WIDTH - 90, y + 6, { width: 90, align: 'right' });
}

/** A banner at the top and words across the page: no print-out can be taken for the report. */
function drawPreviewMark(sheet: Sheet, t: Translate): void {
  const { doc } = sheet;
  doc.rect(0, 7, PAGE.width, 17).fill(COLOUR.warning);
  pen(sheet, SIZE.body, 'semibold', '#FFFFFF').text(t('reports.pdf.previewMark'), 0, 9, {
    width: PAGE.width,
    align: 'center',
  });
  doc.save().rotate(-52, { origin: [PAGE.width / 2, PAGE.height / 2] });
  doc.fillOpacity(0.07);
  pen(sheet, 110, 'semibold', COLOUR.warning).text(
    t('reports.pdf.preview'),
    0,
    PAGE.height / 2 - 75,
    {
      width: PAGE.width,
      align: 'center',
      lineBreak: false,
    },
  );
  doc.restore();
}
