/** The text of a paragraph that `textNarrative` wrote as XHTML, its lines as lines. */
export function readNarrative(div: string): string {
  return div
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
