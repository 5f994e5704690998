'use client';

import { useTranslations } from 'next-intl';
import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { fieldErrors } from '@/platform/http/field-errors';
import { sentenceOfCode } from '@/platform/errors';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { ApiProblem } from '@/platform/http/call-api';

interface EndReasonDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  verb: string;
  /** What will happen. */
  children: ReactNode;
  onConfirm: (reason: string) => Promise<void>;
}

/** Asks a doctor for the reason before a report is withdrawn or retracted. */
export function EndReasonDialog({ children, onConfirm, ...dialog }: EndReasonDialogProps) {
  const t = useTranslations();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  return (
    <ConfirmDialog
      {...dialog}
      destructive
      onConfirm={async () => {
        const { endReasonSchema } = await import('@/reports/retraction/end-reason-schema');
        const typed = endReasonSchema.safeParse({ reason });
        if (!typed.success) {
          const fault = fieldErrors(typed.error)['reason'] ?? sentenceOfCode('invalid-input');
          setFault(fault(t));
          throw new ApiProblem('invalid-input', fault);
        }
        await onConfirm(typed.data.reason);
      }}
    >
      {children}
      <Textarea
        label={t('reports.endReasonDialog.reason')}
        description={t('reports.endReasonDialog.reasonHint')}
        required
        autosize
        minRows={3}
        maxLength={1000}
        value={reason}
        error={fault}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setFault(null);
        }}
      />
    </ConfirmDialog>
  );
}
