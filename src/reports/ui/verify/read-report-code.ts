import { z } from 'zod';
import { typedReportCode } from '@/reports/verify/verification';

/** The FHIR document Bundle that each report's PDF carries as an attached file; its identifier is the code. */
const bundleSchema = z.object({
  resourceType: z.literal('Bundle'),
  identifier: z.object({ value: typedReportCode }),
});

/**
 * Reads the report code out of a PDF, in the browser.
 * @returns null when the file carries none, or cannot be read as a PDF
 */
export async function readReportCode(pdf: ArrayBuffer): Promise<string | null> {
  const { pdfjs } = await import('react-pdf');
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    'pdfjs-dist/build/pdf.worker.min.mjs',
    import.meta.url,
  ).toString();
  // PDF.js transfers the buffer to its worker, so it gets a copy.
  const task = pdfjs.getDocument({ data: pdf.slice(0) });
  try {
    const document = await task.promise;
    for (const name of (await document.getAttachments())?.keys() ?? []) {
      const content = await document.getAttachmentContent(name);
      const code = content === null ? null : codeOf(content);
      if (code !== null) return code;
    }
    return null;
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}

function codeOf(content: Uint8Array): string | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(content));
    return bundleSchema.parse(json).identifier.value;
  } catch {
    return null;
  }
}
