/** A PDF for the caller alone: shown in the page or saved, kept in no cache. */
export function pdfResponse(pdf: Uint8Array, fileName: string): Response {
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
