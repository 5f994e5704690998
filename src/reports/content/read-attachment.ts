import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * A file that is attached to a PDF.
 * @param pdf one of ours, whose hash was checked
 * @throws Error when it is no PDF or has no such file
 */
export async function readAttachment(pdf: Uint8Array, name: string): Promise<Uint8Array> {
  const task = getDocument({
    // PDF.js transfers the bytes to its worker.
    data: Uint8Array.from(pdf),
    useSystemFonts: false,
    // Nothing is drawn: warnings about missing fonts and canvases are of no use in a log.
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const content: unknown = await document.getAttachmentContent(name);
    if (!(content instanceof Uint8Array)) throw new Error(`The PDF has no file named ${name}`);
    return content;
  } finally {
    await task.destroy();
  }
}
