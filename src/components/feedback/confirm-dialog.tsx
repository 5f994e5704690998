'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { problemMessage } from '@/platform/http/call-api';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { ErrorNotice } from './error-notice';
import { LateModal } from './late-modal';

interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and what it costs. */
  children: ReactNode;
  /** The word on the button: the verb itself, never "OK". */
  verb: string;
  destructive?: boolean;
  /** The act; the dialog closes when it succeeds and shows the reason when it does not. */
  onConfirm: () => Promise<void>;
}

/** Asks before a step that costs or destroys. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function confirm() {
    setBusy(true);
    setFailure(null);
    try {
      await props.onConfirm();
      props.onClose();
    } catch (error) {
      setFailure(problemMessage(error, t));
    } finally {
      setBusy(false);
    }
  }

  return (
    <LateModal opened={props.opened} onClose={props.onClose} title={props.title}>
      <Stack>
        {props.children}
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} disabled={busy}>
            {t('common.cancel')}
          </Button>
          <Button
            color={props.destructive === true ? 'red' : 'harbour'}
            loading={busy}
            onClick={() => void confirm()}
          >
            {props.verb}
          </Button>
        </Group>
      </Stack>
    </LateModal>
  );
}
