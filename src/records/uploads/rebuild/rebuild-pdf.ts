import { PDFDocument, PDFName } from 'pdf-lib';
import type { RebuiltFile } from './rebuild-result.ts';
import { Refused } from './refused.ts';
import { scrubGraph } from './scrub-pdf.ts';

const MAX_PAGES = 500;

/** What a page shows and how large it is; all else, such as annotations and actions, is left out. */
const KEPT_OF_A_PAGE = new Set(
  ['Type', 'Parent', 'MediaBox', 'CropBox', 'Resources', 'Contents', 'Rotate', 'UserUnit'].map(
    (name) => PDFName.of(name),
  ),
);

/** Copies the pages of a PDF into a new one: without scripts, actions, attachments, annotations, forms and metadata. */
export async function rebuildPdf(file: Uint8Array): Promise<RebuiltFile> {
  const source = await readPdf(file);
  const pages = source.getPageCount();
  if (pages === 0) throw new Refused('unreadable');
  if (pages > MAX_PAGES) throw new Refused('too-much-inside');
  // In the source: what was copied once stays in the copy, also when nothing refers to it any more.
  for (const { node } of source.getPages()) {
    for (const key of node.keys()) if (!KEPT_OF_A_PAGE.has(key)) node.delete(key);
  }
  scrubGraph(
    source.context,
    source.getPages().flatMap(({ node }) => [node.Resources(), node.Contents()]),
  );
  const copy = await PDFDocument.create();
  for (const page of await copy.copyPages(source, source.getPageIndices())) copy.addPage(page);
  return { file: await copy.save(), mediaType: 'application/pdf', pages, preview: null };
}

async function readPdf(file: Uint8Array): Promise<PDFDocument> {
  const source = await PDFDocument.load(file, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    // Else it throws an error that can be told by its message alone.
    ignoreEncryption: true,
  });
  if (source.isEncrypted) throw new Refused('encrypted');
  return source;
}
