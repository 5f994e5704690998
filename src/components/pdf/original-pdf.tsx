'use client';

import { useTranslations } from 'next-intl';
import { Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useCallback, useId, useState } from 'react';
import { PdfViewer } from './pdf-viewer';

interface OriginalPdfProps {
  /** The PDF, or its address: then it is fetched, and the access recorded, when a reader scrolls to it. */
  source: string | Blob;
  /** What the document is, for screen readers. */
  title: string;
  /** Name of the saved file. */
  fileName: string;
  /** Records that a file in memory was saved. An address records that itself. */
  onSave?: () => void;
}

/** The PDF below what was read from it. It is drawn when a reader scrolls to it. */
export function OriginalPdf({ source, title, fileName, onSave }: OriginalPdfProps) {
  const t = useTranslations();
  const id = useId();
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const addressFile = useFileAddress(source);
  const [seen, setSeen] = useState(false);
  if (inViewport && !seen) setSeen(true);
  return (
    <Stack component="section" gap="sm" aria-labelledby={id} data-print="hide">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3" id={id}>
          {t('components.originalPdf.title')}
        </Title>
        <Button
          component="a"
          ref={addressFile}
          href={typeof source === 'string' ? `${source}?copy=yes` : undefined}
          onClick={onSave}
          download={fileName}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {t('components.originalPdf.download')}
        </Button>
      </Group>
      <div ref={ref} style={{ minHeight: 480 }}>
        {seen ? (
          <PdfViewer source={source} title={title} />
        ) : (
          <Center component={Paper} mih={480} p="md">
            <Text c="dimmed">{t('components.originalPdf.loadsLater')}</Text>
          </Center>
        )}
      </div>
    </Stack>
  );
}

/** Gives a link to a file in memory its address, which is valid as long as the link. */
function useFileAddress(source: string | Blob) {
  return useCallback(
    (link: HTMLAnchorElement) => {
      if (typeof source === 'string') return undefined;
      const address = URL.createObjectURL(source);
      link.href = address;
      return () => URL.revokeObjectURL(address);
    },
    [source],
  );
}
