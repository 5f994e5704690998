'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { fetchFile, problemMessage } from '@/platform/http/call-api';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { WaitingBox } from '@/components/feedback/waiting-box';

// PDF.js needs a browser from its first line on.
const PdfPages = dynamic(() => import('./pdf-pages').then(({ PdfPages }) => PdfPages), {
  ssr: false,
  loading: PdfLoading,
});

/** Page width relative to the column's: fits, then larger with scrolling. */
const ZOOMS = [1, 1.5, 2] as const;

interface PdfViewerProps {
  /** The PDF, or its address, which is fetched once. */
  source: string | Blob;
  /** What the document is, for screen readers. */
  title: string;
}

type Loaded = { file: Blob } | { failure: string };

/** Shows a PDF in the page, all its pages below each other. */
export function PdfViewer({ source, title }: PdfViewerProps) {
  const t = useTranslations();
  const [attempt, setAttempt] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [pageCount, setPageCount] = useState<number | null>(null);
  const loaded = useFile(source, attempt);

  if (loaded === null) return <PdfLoading />;
  if ('failure' in loaded) {
    return (
      <ErrorNotice title={t('components.pdfViewer.failed')} onRetry={() => setAttempt(attempt + 1)}>
        {loaded.failure}
      </ErrorNotice>
    );
  }
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" role="status">
          {pageCount === null
            ? t('components.pdfViewer.opening')
            : t('components.pdfViewer.pages', { count: pageCount })}
        </Text>
        <Button.Group>
          <ZoomButton label={t('components.pdfViewer.smaller')} to={zoom - 1} onZoom={setZoom}>
            <IconZoomOut size={18} aria-hidden="true" />
          </ZoomButton>
          <ZoomButton label={t('components.pdfViewer.larger')} to={zoom + 1} onZoom={setZoom}>
            <IconZoomIn size={18} aria-hidden="true" />
          </ZoomButton>
        </Button.Group>
      </Group>
      <PdfPages
        file={loaded.file}
        title={title}
        zoom={ZOOMS[zoom] ?? 1}
        onPages={setPageCount}
        onRetry={() => setAttempt(attempt + 1)}
      />
    </Stack>
  );
}

interface ZoomButtonProps {
  label: string;
  to: number;
  onZoom: (to: number) => void;
  children: React.ReactNode;
}

function ZoomButton({ label, to, onZoom, children }: ZoomButtonProps) {
  return (
    <Button
      variant="default"
      size="sm"
      px="xs"
      aria-label={label}
      disabled={ZOOMS[to] === undefined}
      onClick={() => onZoom(to)}
    >
      {children}
    </Button>
  );
}

/** The file, or why it is not there; null while it is on the way. */
function useFile(source: string | Blob, attempt: number): Loaded | null {
  const t = useTranslations();
  const key = `${attempt} ${typeof source === 'string' ? source : ''}`;
  const [loaded, setLoaded] = useState<{ key: string; result: Loaded } | null>(null);
  useEffect(() => {
    if (typeof source !== 'string') return undefined;
    let wanted = true;
    fetchFile(source).then(
      (file) => {
        if (wanted) setLoaded({ key, result: { file } });
      },
      (error: unknown) => {
        if (wanted) setLoaded({ key, result: { failure: problemMessage(error, t) } });
      },
    );
    return () => {
      wanted = false;
    };
  }, [source, key, t]);
  if (typeof source !== 'string') return { file: source };
  return loaded?.key === key ? loaded.result : null;
}

function PdfLoading() {
  const t = useTranslations();
  return <WaitingBox height={480}>{t('components.pdfViewer.loading')}</WaitingBox>;
}
