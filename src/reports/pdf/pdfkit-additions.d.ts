import type { Font } from 'fontkit';

// Options of pdfkit 0.20 that @types/pdfkit 0.17 lacks.
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      /** Left, top, right, bottom in points from the page's top left corner. */
      bbox?: [number, number, number, number];
      /** Which cells a table header is the header of. */
      scope?: 'Row' | 'Column' | 'Both';
    }
    interface PDFAttachmentOptions {
      /** AFRelationship, ISO 32000-2, 7.11.3. */
      relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
    }
    interface PDFFont {
      /** Takes a font of fontkit that is open already, too. */
      registerFont(name: string, src: Font): this;
    }
  }
}
