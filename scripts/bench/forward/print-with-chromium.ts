import { chromium } from '@playwright/test';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import { describeDoctor, describePatient } from '@/reports/documents/describe-people';
import type { ReportDocument } from '@/reports/documents/report-document';
import type { Row } from '@/reports/frame/row';
import { describeForm, templateTitle } from '@/reports/templates/templates';
import { CHROMIUM_FLAGS, chromiumPath } from '../../provision/chromium';

/** A browser that prints reports. */
interface Printer {
  print: (document: ReportDocument) => Promise<void>;
  /** Size of the newest PDF. */
  bytes: () => number;
  close: () => Promise<void>;
}

/**
 * Starts a Chromium that prints the lines of a report as a tagged A4 PDF: the usual way to make one on a server. It has
 * no FHIR attachment, no QR code and is no PDF/A: less work than ours.
 */
export async function startPrinter(): Promise<Printer> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS],
  });
  const page = await browser.newPage();
  let size = 0;
  return {
    print: async (document) => {
      await page.setContent(pageOf(document));
      size = (await page.pdf({ format: 'A4', tagged: true })).length;
    },
    bytes: () => size,
    close: () => browser.close(),
  };
}

function pageOf(document: ReportDocument): string {
  const t = translatorOf(DEFAULT_LOCALE);
  const parts = [
    part(t('reports.pdf.personalInformation'), describePatient(document, t)),
    part(t('reports.pdf.testInformation'), describeForm(document, t)),
    `<h2>${escaped(t('reports.pdf.remarks'))}</h2><p>${escaped(document.form.remarks)}</p>`,
    part(t('reports.pdf.doctor'), describeDoctor(document.doctor, t)),
  ];
  const title = escaped(templateTitle(document.template, t));
  return `<!doctype html><html lang="en"><title>${title}</title>
    <style>body{font:9.5pt 'Noto Sans',sans-serif}td{padding:2pt 8pt}</style>
    <h1>${title} ${document.code}</h1>${parts.join('')}</html>`;
}

function part(title: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ label, value }) => `<tr><td>${escaped(label)}</td><td>${escaped(value)}</td></tr>`,
  );
  return `<h2>${escaped(title)}</h2><table>${lines.join('')}</table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
