import type { Translate } from '@/messages/translator';
import { formatInstant } from '@/platform/time/format-time';
import type { ReportDocument } from './report-document';
import { templateTitle } from '@/reports/templates/templates';
import { drawQrCode } from '@/reports/pdf/draw-qr-code';
import { decorate, draw, group, pen, type Part, type Sheet } from '@/reports/pdf/sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from '@/reports/pdf/page-theme';
import { writeText } from '@/reports/pdf/write-text';

const QR_SIZE = 80;
const TOP = 40;
const TEXT_WIDTH = CONTENT_WIDTH - QR_SIZE - 24;

/** Clinic, title, code and time of issue, and the QR code that leads to the verify page. */
export function drawLetterhead(sheet: Sheet, document: ReportDocument, t: Translate): void {
  const { doc } = sheet;
  const part = group(sheet, sheet.root, 'Sect');
  drawBar(sheet);
  draw(sheet, part, 'P', () => {
    pen(sheet, 11, 'semibold', COLOUR.accent);
    writeText(sheet, 'semibold', document.doctor.clinic, PAGE.left, TOP, { width: TEXT_WIDTH });
  });
  doc.y += 8;
  draw(sheet, part, 'H1', () => {
    const title = templateTitle(document.template, t);
    pen(sheet, SIZE.title, 'semibold').text(title, PAGE.left, doc.y, { width: TEXT_WIDTH });
  });
  doc.y += 5;
  drawLine(sheet, part, t('reports.pdf.reportCode'), document.code);
  drawLine(
    sheet,
    part,
    document.preview ? t('reports.pdf.prepared') : t('reports.pdf.issued'),
    formatInstant(document.issuedAt, document.timeZone, t),
  );
  if (document.amendsCode !== undefined) {
    drawLine(sheet, part, t('reports.pdf.corrects'), document.amendsCode);
  }
  const bottom = doc.y;
  drawCheck(sheet, part, document, t);
  doc.y = Math.max(bottom, TOP + QR_SIZE + 16);
}

function drawBar(sheet: Sheet): void {
  decorate(sheet, () => {
    sheet.doc.rect(0, 0, PAGE.width, 7).fill(COLOUR.accent);
  });
}

function drawLine(sheet: Sheet, part: Part, label: string, value: string): void {
  draw(sheet, part, 'P', () => {
    const { doc } = sheet;
    const top = doc.y;
    pen(sheet, SIZE.body, 'regular', COLOUR.muted).text(`${label} `, PAGE.left, top, {
      width: TEXT_WIDTH,
    });
    pen(sheet, SIZE.body, 'semibold').text(value, PAGE.left + 88, top, { width: TEXT_WIDTH - 88 });
    doc.y += 2;
  });
}

function drawCheck(sheet: Sheet, part: Part, { verifyUrl }: ReportDocument, t: Translate): void {
  const x = PAGE.left + CONTENT_WIDTH - QR_SIZE;
  draw(
    sheet,
    part,
    'Figure',
    () => {
      drawQrCode(sheet.doc, verifyUrl, { x, y: TOP, size: QR_SIZE });
    },
    {
      alt: t('reports.pdf.qrCode', { url: verifyUrl }),
      bbox: [x, TOP, x + QR_SIZE, TOP + QR_SIZE],
    },
  );
  draw(sheet, part, 'Link', () => {
    pen(sheet, SIZE.small, 'semibold', COLOUR.accent).text(
      t('reports.pdf.checkThisReport'),
      x - 6,
      TOP + QR_SIZE + 5,
      {
        width: QR_SIZE + 12,
        align: 'center',
        link: verifyUrl,
      },
    );
  });
}
