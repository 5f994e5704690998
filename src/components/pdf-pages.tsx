'use client';

import { Box, Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';
import 'react-pdf/dist/Page/AnnotationLayer.css';
import 'react-pdf/dist/Page/AnnotationLayer.css';
import 'react-pdf/dist/Page/TextLayer.css';
import { ErrorNotice } from './error-notice';
import classes from './pdf-pages.module.css';

// Bundled with the app, served from our own origin. Must stand where <Document> is used.
pdfjs.GlobalWorkerOptions.workerSrc = new URL(
  'pdfjs-dist/build/pdf.worker.min.mjs',
  import.meta.url,
).toString();

/** ISO A4, before the real size is known. */
const A4_RATIO = Math.SQRT2;

interface PdfPagesProps {
  file: Blob;
  title: string;
  /** 1 fits the column. */
  zoom: number;
  onPages: (count: number) => void;
  onRetry: () => void;
}

/** Every page as a canvas of the device's own resolution, under a text layer that can be read aloud. */
export function PdfPages({ file, title, zoom, onPages, onRetry }: PdfPagesProps) {
  const { ref, width } = useElementSize();
  const frame = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  /** The page width at which the last page's text was laid out. */
  const [readableAt, setReadableAt] = useState(0);
  const pageWidth = Math.floor(width * zoom);
  const waiting = <Skeleton width={pageWidth} height={pageWidth * A4_RATIO} />;

  return (
    // Focusable, so that the arrow keys scroll an enlarged page.
    <div
      ref={frame}
      className={classes['frame']}
      role="region"
      aria-label={title}
      // Until then a page's structure points to text that is not there yet.
      aria-busy={readableAt !== pageWidth}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <Box ref={ref} className={classes['measure']} />
      {width > 0 && (
        <Document
          file={file}
          suspense={false}
          externalLinkTarget="_blank"
          loading={waiting}
          error={
            <ErrorNotice title="The PDF cannot be shown" onRetry={onRetry}>
              Your browser could not open the file. You can still download it.
            </ErrorNotice>
          }
          onLoadSuccess={({ numPages }) => {
            setCount(numPages);
            onPages(numPages);
          }}
        >
          {Array.from({ length: count }, (_, index) => (
            <Page
              key={index}
              className={classes['page'] ?? null}
              pageNumber={index + 1}
              width={pageWidth}
              suspense={false}
              // The text layer points to the links of this layer, so the one needs the other.
              onRenderAnnotationLayerSuccess={() => {
                nameLinks(frame.current);
              }}
              loading={waiting}
              onRenderTextLayerSuccess={() => {
                if (index === count - 1) setReadableAt(pageWidth);
              }}
            />
          ))}
        </Document>
      )}
    </div>
  );
}

/** A link on a picture, such as the QR code, has no words of its own. */
function nameLinks(frame: HTMLElement | null): void {
  for (const link of frame?.querySelectorAll<HTMLAnchorElement>('.annotationLayer a') ?? []) {
    link.ariaLabel ??= `Open ${link.href}`;
  }
}
