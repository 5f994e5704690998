'use client';

import { Modal } from '@mantine/core';
import dynamic from 'next/dynamic';
import { WaitingBox } from '@/components/feedback/waiting-box';

// PDF.js needs a browser from its first line on.
const PdfPages = dynamic(
  () => import('@/components/pdf/pdf-pages').then(({ PdfPages }) => PdfPages),
  {
    ssr: false,
    loading: () => <WaitingBox height={480}>Loading the PDF…</WaitingBox>,
  },
);

interface PreviewDialogProps {
  /** The rendered preview; null keeps the dialog closed. */
  file: Blob | null;
  onClose: () => void;
  onRetry: () => void;
}

/** The PDF as the patient would get it, marked as a preview. */
export function PreviewDialog({ file, onClose, onRetry }: PreviewDialogProps) {
  return (
    <Modal opened={file !== null} onClose={onClose} title="Preview" size="xl">
      {file !== null && (
        <PdfPages
          file={file}
          title="Preview of the report"
          zoom={1}
          onPages={() => undefined}
          onRetry={onRetry}
        />
      )}
    </Modal>
  );
}
