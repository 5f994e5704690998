import { buffer } from 'node:stream/consumers';
import { describeDoctor, describePatient } from '@/reports/drafts/describe-people';
import type { ReportDocument } from '@/reports/documents/report-document';
import { assessVisit } from '../templates/assess-visit';
import { describeForm, TEMPLATES } from '../templates/templates';
import { attachFiles } from './attachments';
import { drawHeadline } from './headline';
import { drawLetterhead } from './letterhead';
import { drawAlert, drawNotes } from './notes';
import { drawPageFurniture, PREVIEW_MARK } from './page-furniture';
import { drawParagraphs } from './paragraphs';
import { drawPressureChart } from './pressure-chart';
import { requireDrawable } from './require-drawable';
import { drawRowGrid } from './row-grid';
import { openSheet, section, type Part, type Sheet } from './sheet';

/**
 * Renders a report as a tagged PDF/A-3 with the FHIR document and the salt attached. The same report makes
 * the same bytes.
 * @throws AppError undrawable-character, with `fields` naming form fields, `patient.…` or `doctor.…`
 */
export async function renderPdf(document: ReportDocument): Promise<Uint8Array> {
  requireDrawable([
    ...describePatient(document),
    ...describeDoctor(document.doctor),
    ...describeForm(document),
    { field: 'remarks', value: document.form.remarks },
  ]);
  const sheet = openSheet({
    title: `${TEMPLATES[document.template].title} report ${document.code}`,
    subject: document.preview ? 'Preview of a medical report, not sent' : 'Medical report',
    issuedAt: document.issuedAt,
  });
  drawLetterhead(sheet, document);
  drawRowGrid(sheet, section(sheet, 'Personal information', 60), describePatient(document));
  drawTest(sheet, document);
  if (document.form.remarks !== '') {
    drawParagraphs(sheet, section(sheet, 'Remarks', 30), document.form.remarks);
  }
  drawDoctor(sheet, document);
  drawPageFurniture(sheet, document);
  attachFiles(sheet.doc, document);
  sheet.doc.end();
  return Uint8Array.from(await buffer(sheet.doc));
}

function drawTest(sheet: Sheet, document: ReportDocument): void {
  const part = section(sheet, 'Test information', 120);
  const rows = describeForm(document);
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
  if (document.template === 'BLOOD_PRESSURE') {
    drawPressures(sheet, part, document.form.measurements);
  }
}

function drawPressures(
  sheet: Sheet,
  part: Part,
  readings: Parameters<typeof assessVisit>[0],
): void {
  const { actAtOnce, notes, rule } = assessVisit(readings);
  const [first = '', ...others] = notes;
  if (actAtOnce) drawAlert(sheet, part, first);
  drawPressureChart(sheet, part, readings);
  drawNotes(sheet, part, [`Rule: ${rule}.`, ...(actAtOnce ? others : notes)]);
}

function drawDoctor(sheet: Sheet, document: ReportDocument): void {
  const part = section(sheet, 'Doctor', 70);
  drawRowGrid(sheet, part, describeDoctor(document.doctor));
  drawNotes(sheet, part, [
    document.preview ? `${PREVIEW_MARK}: this is not a report yet.` : GENUINE,
  ]);
}

const GENUINE =
  'Issued electronically. This PDF is genuine when the verify page says so: scan the code on the first page, then drop the file there.';
