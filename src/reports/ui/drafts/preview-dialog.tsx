'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { LateModal } from '@/components/feedback/late-modal';
import { WaitingBox } from '@/components/feedback/waiting-box';

// PDF.js needs a browser from its first line on.
const PdfPages = dynamic(
  () => import('@/components/pdf/pdf-pages').then(({ PdfPages }) => PdfPages),
  {
    ssr: false,
    loading: LoadingPdf,
  },
);

function LoadingPdf() {
  const t = useTranslations();
  return <WaitingBox height={480}>{t('reports.previewDialog.loading')}</WaitingBox>;
}

interface PreviewDialogProps {
  /** The rendered preview; null keeps the dialog closed. */
  file: Blob | null;
  onClose: () => void;
  onRetry: () => void;
}

/** The PDF as the patient would get it, marked as a preview. */
export function PreviewDialog({ file, onClose, onRetry }: PreviewDialogProps) {
  const t = useTranslations();
  return (
    <LateModal
      opened={file !== null}
      onClose={onClose}
      title={t('reports.previewDialog.title')}
      size="xl"
    >
      {file !== null && (
        <PdfPages
          file={file}
          title={t('reports.previewDialog.pdfTitle')}
          zoom={1}
          onPages={() => undefined}
          onRetry={onRetry}
        />
      )}
    </LateModal>
  );
}
