'use client';

import { useTranslations } from 'next-intl';
import { Box, Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';
import 'react-pdf/dist/Page/AnnotationLayer.css';
import 'react-pdf/dist/Page/TextLayer.css';
import { ErrorNotice } from '@/components/feedback/error-notice';
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
  /** How many there are; 0 when the file cannot be opened. */
  onPages: (count: number) => void;
  onRetry: () => void;
}

/** Every page as a canvas of the device's own resolution, under a text layer that can be read aloud. */
export function PdfPages({ file, title, zoom, onPages, onRetry }: PdfPagesProps) {
  const t = useTranslations();
  const { ref, width } = useElementSize();
  /** Undefined while the file is being opened. */
  const [count, setCount] = useState<number>();
  const pageWidth = Math.floor(width * zoom);
  const waiting = <Skeleton width={pageWidth} height={pageWidth * A4_RATIO} />;
  const reportPages = (pages: number) => {
    setCount(pages);
    onPages(pages);
  };

  return (
    // Focusable, so that the arrow keys scroll an enlarged page.
    <div
      className={classes['frame']}
      role="region"
      aria-label={title}
      aria-busy={count === undefined}
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
            <ErrorNotice title={t('components.pdfViewer.failed')} onRetry={onRetry}>
              {t('components.pdfPages.unreadable')}
            </ErrorNotice>
          }
          onLoadSuccess={({ numPages }) => reportPages(numPages)}
          onLoadError={() => reportPages(0)}
        >
          {Array.from({ length: count ?? 0 }, (_, index) => (
            <PdfPage key={index} pageNumber={index + 1} width={pageWidth} waiting={waiting} />
          ))}
        </Document>
      )}
    </div>
  );
}

interface PdfPageProps {
  pageNumber: number;
  /** In CSS pixels. */
  width: number;
  waiting: ReactNode;
}

function PdfPage({ pageNumber, width, waiting }: PdfPageProps) {
  const t = useTranslations();
  const ref = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState({ width, text: false, links: false });
  if (drawn.width !== width) setDrawn({ width, text: false, links: false });
  // Must stay the same: with each new one the layer is emptied and drawn again, and what the reader
  // marked in it is lost.
  const onText = useCallback(() => {
    setDrawn((before) => ({ ...before, text: true }));
  }, []);
  const onLinks = () => {
    nameLinks(ref.current, (address) => t('components.pdfPages.openLink', { address }));
    setDrawn((before) => ({ ...before, links: true }));
  };

  return (
    // Until both are drawn, the page's structure points to text and links that are not there yet.
    <div ref={ref} className={classes['sheet']} aria-busy={!(drawn.text && drawn.links)}>
      <Page
        className={classes['page'] ?? null}
        pageNumber={pageNumber}
        width={width}
        suspense={false}
        loading={waiting}
        onRenderTextLayerSuccess={onText}
        onRenderAnnotationLayerSuccess={onLinks}
      />
    </div>
  );
}

/** A link on a picture, such as the QR code, has no words of its own. */
function nameLinks(page: HTMLElement | null, nameOf: (address: string) => string): void {
  for (const link of page?.querySelectorAll<HTMLAnchorElement>('.annotationLayer a') ?? []) {
    link.ariaLabel ??= nameOf(link.href);
  }
}
