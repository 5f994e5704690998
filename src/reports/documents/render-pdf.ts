import { buffer } from 'node:stream/consumers';
import { describeDoctor, describePatient } from './describe-people';
import type { ReportDocument } from './report-document';
import { translatorOf, type Translate } from '@/messages/translator';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { ReportFrame } from '@/reports/frame/report-frame';
import {
  describeForm,
  TEMPLATES,
  templateTitle,
  type FilledForm,
} from '@/reports/templates/templates';
import { attachFiles } from './attachments';
import { drawHeadline } from '@/reports/pdf/headline';
import { drawLetterhead } from './letterhead';
import { drawNotes } from '@/reports/pdf/notes';
import { drawPageFurniture } from './page-furniture';
import { drawParagraphs } from '@/reports/pdf/paragraphs';
import { requireDrawable } from '@/reports/pdf/require-drawable';
import { drawRowGrid } from '@/reports/pdf/row-grid';
import { openSheet, section, type Sheet } from '@/reports/pdf/sheet';

/**
 * Renders a report as a tagged PDF/A-3 with the FHIR document and the salt attached. The same report makes
 * the same bytes.
 * @throws AppError undrawable-character, with `fields` naming form fields, `patient.…` or `doctor.…`
 */
export async function renderPdf(document: ReportDocument): Promise<Uint8Array> {
  const t = translatorOf(document.locale);
  requireDrawable([
    ...describePatient(document, t),
    ...describeDoctor(document.doctor, t),
    ...describeForm(document, t),
    { field: 'remarks', value: document.form.remarks },
  ]);
  const sheet = openSheet({
    title: t('reports.pdf.title', {
      title: templateTitle(document.template, t),
      code: document.code,
    }),
    subject: document.preview ? t('reports.pdf.previewSubject') : t('reports.pdf.subject'),
    issuedAt: document.issuedAt,
    locale: document.locale,
  });
  drawLetterhead(sheet, document, t);
  const personal = section(sheet, t('reports.pdf.personalInformation'), 60);
  drawRowGrid(sheet, personal, describePatient(document, t));
  drawTest(sheet, document, t);
  if (document.form.remarks !== '') {
    drawParagraphs(sheet, section(sheet, t('reports.pdf.remarks'), 30), document.form.remarks);
  }
  drawDoctor(sheet, document, t);
  drawPageFurniture(sheet, document, t);
  attachFiles(sheet.doc, document, t);
  sheet.doc.end();
  return Uint8Array.from(await buffer(sheet.doc));
}

function drawTest<K extends ReportTemplate>(
  sheet: Sheet,
  document: FilledForm<K> & ReportFrame,
  t: Translate,
): void {
  const part = section(sheet, t('reports.pdf.testInformation'), 120);
  const rows = describeForm(document, t);
  drawHeadline(
    sheet,
    part,
    rows.filter(({ prominent }) => prominent === true),
  );
  drawRowGrid(
    sheet,
    part,
    rows.filter(({ prominent }) => prominent !== true),
  );
  TEMPLATES[document.template].drawPdf?.(sheet, part, document.form, t);
}

function drawDoctor(sheet: Sheet, document: ReportDocument, t: Translate): void {
  const part = section(sheet, t('reports.pdf.doctor'), 70);
  drawRowGrid(sheet, part, describeDoctor(document.doctor, t));
  drawNotes(sheet, part, [
    document.preview ? t('reports.pdf.notAReportYet') : t('reports.pdf.genuine'),
  ]);
}
