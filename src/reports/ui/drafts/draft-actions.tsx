'use client';

import { useTranslations } from 'next-intl';
import { Button, List, ListItem } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconSend, IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { readableEmail } from '@/accounts/email/readable-email';
import { bothSpellings } from '@/accounts/people/both-spellings';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Paper } from '@/components/plain/paper';
import { Text } from '@/components/plain/text';
import type { Sentence } from '@/messages/translator';
import {
  ApiProblem,
  callApi,
  fetchFile,
  NO_ANSWER,
  problemMessage,
  problemSentence,
} from '@/platform/http/call-api';
import { formatPartialDate } from '@/platform/time/partial-date';
import classes from './draft-actions.module.css';
import { NamesakeWarning } from './namesake-warning';
import { PreviewDialog } from './preview-dialog';
import { SaveStatusLine, SaveTrouble } from './save-status-line';
import type { CommonForm } from '@/reports/templates/define-template';
import type { Draft } from './use-draft';

type Asked = 'forward' | 'discard' | null;

/** Preview, send and discard: always visible below the form, beside the state of saving. */
export function DraftActions<F extends CommonForm>({ draft }: { draft: Draft<F> }) {
  const t = useTranslations();
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>(null);
  const [preview, setPreview] = useState<Blob | null>(null);
  const [rendering, setRendering] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const path = `/api/reports/${draft.reportId}`;

  async function showPreview() {
    setFailure(null);
    try {
      if (!(await draft.check())) return;
      setRendering(true);
      await draft.saving.saver.flush();
      setPreview(await fetchFile(`${path}/preview`, { timeZone: ownTimeZone() }));
    } catch (error) {
      const beside = error instanceof ApiProblem && draft.refuse(error, { goThere: true });
      if (!beside) setFailure(sentenceOfFailure(error)(t));
    } finally {
      setRendering(false);
    }
  }

  async function askToForward() {
    setFailure(null);
    try {
      if (await draft.check()) setAsked('forward');
    } catch (error) {
      setFailure(problemMessage(error, t));
    }
  }

  async function forward() {
    try {
      const updatedAt = await draft.saving.saver.flush();
      const body = { updatedAt, timeZone: ownTimeZone() };
      await callApi('POST', `${path}/forward`, NO_ANSWER, body);
    } catch (error) {
      // The dialog covers the fields, so it shows their errors itself.
      if (!(error instanceof ApiProblem)) throw error;
      draft.refuse(error, { goThere: false });
      throw new ApiProblem(error.code, sentenceOfFailure(error));
    }
    notifications.show({
      title: t('reports.draftActions.sentTitle'),
      message: t('reports.draftActions.sent'),
    });
    router.refresh();
  }

  async function discard() {
    await callApi('DELETE', `${path}/draft`, NO_ANSWER);
    router.push('/doctor');
  }

  return (
    <>
      <Paper component="footer" className={classes['bar']}>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <SaveTrouble saving={draft.saving} />
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
            {t('reports.draftActions.discard')}
          </Button>
          <Button
            className={classes['wide']}
            variant="default"
            loading={rendering}
            leftSection={<IconEye size={18} aria-hidden="true" />}
            onClick={() => void showPreview()}
          >
            {t('reports.draftActions.preview')}
          </Button>
          <Button
            className={classes['wide']}
            leftSection={<IconSend size={18} aria-hidden="true" />}
            onClick={() => void askToForward()}
          >
            {t('reports.draftActions.send')}
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
        title={t('reports.draftActions.sendTitle')}
        verb={t('reports.draftActions.sendConfirm')}
        onConfirm={forward}
      >
        {draft.patient !== null && (
          <>
            <Text>
              {t.rich('reports.draftActions.recipient', {
                name: bothSpellings(draft.patient.name, draft.patient.printedName),
                day: formatPartialDate(draft.patient.birthDate, t),
                number: draft.patient.number,
                email: readableEmail(draft.patient.email),
                strong: (chunks) => <strong>{chunks}</strong>,
              })}
            </Text>
            <NamesakeWarning patient={draft.patient} />
          </>
        )}
        <List size="sm" spacing={4}>
          <ListItem>{t('reports.draftActions.mail')}</ListItem>
          <ListItem>{t('reports.draftActions.review')}</ListItem>
          <ListItem>{t('reports.draftActions.noChange')}</ListItem>
          <ListItem>{t('reports.draftActions.noCost')}</ListItem>
        </List>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'discard'}
        onClose={() => setAsked(null)}
        title={t('reports.draftActions.discardTitle')}
        verb={t('reports.draftActions.discardConfirm')}
        destructive
        onConfirm={discard}
      >
        <Text>{t('reports.draftActions.discardConsequence')}</Text>
      </ConfirmDialog>
    </>
  );
}

function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The sentences of the fields when the server named fields, else the sentence of the error. */
function sentenceOfFailure(error: unknown): Sentence {
  const about = error instanceof ApiProblem ? Object.values(error.fields) : [];
  return about.length === 0 ? problemSentence(error) : () => about.join(' ');
}
