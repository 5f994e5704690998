'use client';

import { Button, List, ListItem, Paper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconSend, IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { ErrorNotice } from '@/components/error-notice';
import { callApi, fetchFile, problemMessage } from '@/platform/call-api';
import { formatDay } from '../format-time';
import classes from './draft-actions.module.css';
import { PreviewDialog } from './preview-dialog';
import { SaveStatusLine, SaveTrouble } from './save-status-line';
import type { CommonForm, Draft } from './use-draft';

type Asked = 'forward' | 'discard' | null;

/** Preview, forward, discard: always in sight below the form, beside the saving's state. */
export function DraftActions<F extends CommonForm>({ draft }: { draft: Draft<F> }) {
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>(null);
  const [preview, setPreview] = useState<Blob | null>(null);
  const [rendering, setRendering] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const path = `/api/reports/${draft.reportId}`;

  /** Which version is meant, after everything typed is saved, and where the doctor's clock stands. */
  async function renderInput() {
    const updatedAt = await draft.saving.flush();
    return { updatedAt, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  }

  async function showPreview() {
    setFailure(null);
    if (!draft.check()) return;
    setRendering(true);
    try {
      setPreview(await fetchFile(`${path}/preview`, await renderInput()));
    } catch (error) {
      draft.refuse(error);
      setFailure(problemMessage(error));
    } finally {
      setRendering(false);
    }
  }

  async function forward() {
    try {
      await callApi('POST', `${path}/forward`, z.undefined(), await renderInput());
    } catch (error) {
      draft.refuse(error);
      throw error;
    }
    notifications.show({ title: 'Forwarded', message: 'The patient is told by e-mail.' });
    router.refresh();
  }

  async function discard() {
    await callApi('DELETE', `${path}/draft`, z.undefined());
    router.push('/doctor');
  }

  return (
    <>
      <Paper component="footer" className={classes['bar']}>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <SaveTrouble status={draft.saving.status} onOverwrite={draft.saving.overwrite} />
        <div className={classes['row']}>
          <div className={classes['status']}>
            <SaveStatusLine status={draft.saving.status} />
          </div>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={18} aria-hidden="true" />}
            onClick={() => {
              setAsked('discard');
            }}
          >
            Discard
          </Button>
          <Button
            className={classes['wide']}
            variant="default"
            loading={rendering}
            leftSection={<IconEye size={18} aria-hidden="true" />}
            onClick={() => void showPreview()}
          >
            Preview PDF
          </Button>
          <Button
            className={classes['wide']}
            leftSection={<IconSend size={18} aria-hidden="true" />}
            onClick={() => {
              setFailure(null);
              if (draft.check()) setAsked('forward');
            }}
          >
            Forward…
          </Button>
        </div>
      </Paper>
      <PreviewDialog
        file={preview}
        onClose={() => setPreview(null)}
        onRetry={() => void showPreview()}
      />
      <ConfirmDialog
        opened={asked === 'forward'}
        onClose={() => setAsked(null)}
        title="Forward this report?"
        verb="Forward to the patient"
        onConfirm={forward}
      >
        {draft.patient !== null && (
          <Text>
            To <strong>{draft.patient.name}</strong>, born {formatDay(draft.patient.birthDate)}.
          </Text>
        )}
        <List size="sm" spacing={4}>
          <ListItem>The patient gets an e-mail without medical content.</ListItem>
          <ListItem>
            The patient reads the PDF and approves it, or rejects it with a reason.
          </ListItem>
          <ListItem>
            You can no longer change it; you can withdraw it until the patient adds it to the
            blockchain.
          </ListItem>
          <ListItem>It costs you nothing.</ListItem>
        </List>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'discard'}
        onClose={() => setAsked(null)}
        title="Discard this draft?"
        verb="Discard"
        destructive
        onConfirm={discard}
      >
        <Text>What you typed is deleted. This cannot be undone.</Text>
      </ConfirmDialog>
    </>
  );
}
