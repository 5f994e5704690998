import PDFDocument from 'pdfkit';
import type { AppLocale } from '@/messages/catalogues';
import { fontOfDocument, SIGN_FONTS, type Weight } from './fonts';
import { COLOUR, CONTENT_WIDTH, PAGE, SIZE } from './page-theme';

/** A part of the document's structure, as screen readers walk through it. */
export type Part = PDFKit.PDFStructureElement;

/** The PDF being written and the root of its structure. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  root: Part;
}

/** The PDF's metadata. No names: metadata is shown in places where the page is not. */
interface About {
  title: string;
  subject: string;
  issuedAt: Date;
  locale: AppLocale;
}

/** Opens a tagged A4 document of archival kind (PDF/A-3, ISO 19005-3). */
export function openSheet({ title, subject, issuedAt, locale }: About): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: PAGE.bottom },
    pdfVersion: '1.7',
    subset: 'PDF/A-3',
    tagged: true,
    lang: locale,
    displayTitle: true,
    // Page numbers need the number of pages, known at the end only.
    bufferPages: true,
    info: {
      Title: title,
      Subject: subject,
      Creator: 'MedAnchor',
      Producer: 'MedAnchor (PDFKit)',
      CreationDate: issuedAt,
    },
  });
  // Embedded only when something is set in them.
  for (const name of ['regular', 'semibold', ...SIGN_FONTS] as const) {
    doc.registerFont(name, fontOfDocument(name));
  }
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root };
}

/** A container for other parts. */
export function group(sheet: Sheet, parent: Part, tag: 'Sect' | 'Table' | 'TR'): Part {
  const part = sheet.doc.struct(tag);
  parent.add(part);
  return part;
}

/** Draws something that screen readers announce as `tag`. */
export function draw(
  sheet: Sheet,
  parent: Part,
  tag: 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Link' | 'Figure' | 'Caption',
  drawing: () => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): void {
  parent.add(sheet.doc.struct(tag, options, drawing));
}

/** Draws something that screen readers pass over: lines, backgrounds, page furniture. */
export function decorate({ doc }: Sheet, drawing: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  drawing();
  doc.restore();
  doc.endMarkedContent();
}

/** Sets font, size and colour for the next text. */
export function pen(
  { doc }: Sheet,
  size: number,
  weight: Weight = 'regular',
  colour: string = COLOUR.ink,
): PDFKit.PDFDocument {
  return doc.font(weight).fontSize(size).fillColor(colour);
}

/** Begins a new page when less than `height` points are left on this one. */
export function ensureRoom({ doc }: Sheet, height: number): void {
  if (doc.y + height > PAGE.height - PAGE.bottom) doc.addPage();
}

/** A section with its heading, kept together with the first `firstHeight` points of what follows. */
export function section(sheet: Sheet, title: string, firstHeight: number): Part {
  const { doc } = sheet;
  doc.y += 12;
  ensureRoom(sheet, firstHeight + 26);
  const part = group(sheet, sheet.root, 'Sect');
  const top = doc.y;
  draw(sheet, part, 'H2', () => {
    pen(sheet, SIZE.heading, 'semibold', COLOUR.accent).text(title, PAGE.left, top, {
      width: CONTENT_WIDTH,
    });
  });
  const bottom = doc.y + 2;
  decorate(sheet, () => {
    doc.moveTo(PAGE.left, bottom).lineTo(PAGE.left + CONTENT_WIDTH, bottom);
    doc.lineWidth(0.7).strokeColor(COLOUR.line).stroke();
  });
  doc.y = bottom + 6;
  return part;
}
