import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader program sees it. */
export interface ReadPdf {
  title: unknown;
  language: unknown;
  isTagged: boolean;
  /** The text of each page, runs of blanks as one space. */
  pages: string[];
  /** The roles of the structure on each page, in reading order. */
  roles: string[][];
  attachments: Map<string, Uint8Array>;
}

interface Node {
  role?: string;
  children?: Node[];
}

/** Opens a PDF with PDF.js, independently of the program that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false });
  const pdf = await task.promise;
  const info = Object.fromEntries(Object.entries((await pdf.getMetadata()).info));
  const pages: string[] = [];
  const roles: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
    pages.push(words.join('').replace(/\s+/g, ' '));
    roles.push(rolesOf((await page.getStructTree()) as Node | null));
  }
  const attachments = new Map<string, Uint8Array>();
  for (const name of (await pdf.getAttachments())?.keys() ?? []) {
    const content: unknown = await pdf.getAttachmentContent(name);
    if (content instanceof Uint8Array) attachments.set(name, content);
  }
  // Typed as an object, given as a Map.
  const marks: unknown = await pdf.getMarkInfo();
  const isTagged = marks instanceof Map && marks.get('Marked') === true;
  await task.destroy();
  return { title: info['Title'], language: info['Language'], isTagged, pages, roles, attachments };
}

function rolesOf(node: Node | null): string[] {
  if (node === null) return [];
  return [
    ...(node.role === undefined ? [] : [node.role]),
    ...(node.children ?? []).flatMap(rolesOf),
  ];
}
