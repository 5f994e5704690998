'use client';

import { useTranslations } from 'next-intl';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { MomentInput } from '@/components/inputs/moment-input';
import { ZonedTime } from '@/components/zoned-time';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';
import { onClock } from '@/platform/time/local-moment';
import type { MatchingLine } from '@/sharing/requests/read-received-request';
import { DenyForm } from './deny-form';
import { GrantPrice } from './grant-price';

interface DecideFormProps {
  requestId: string;
  /** The last moment that the doctor asks for, ISO 8601. */
  until: string;
  reports: readonly MatchingLine[];
}

/** A patient chooses which reports a doctor may read and until when, or declines. */
export function DecideForm({ requestId, until, reports }: DecideFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const [chosen, setChosen] = useState<string[]>([]);
  const [end, setEnd] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [denying, setDenying] = useState(false);
  const first = reports.find(({ reportId }) => chosen.includes(reportId));

  async function grant() {
    if (chosen.length === 0) {
      setErrors({ reportIds: t('sharing.requestSchema.chooseOne') });
      return;
    }
    setBusy(true);
    setErrors({});
    setFailure(null);
    try {
      const body = { reportIds: chosen, until: end === '' ? until : end };
      await callApi('POST', `/api/access-requests/${requestId}/grant`, z.undefined(), body);
      router.refresh();
    } catch (error) {
      if (error instanceof ApiProblem) setErrors(error.fields);
      setFailure(problemMessage(error, t));
    }
    setBusy(false);
  }

  if (denying) return <DenyForm requestId={requestId} onCancel={() => setDenying(false)} />;
  return (
    <Stack gap="lg">
      <Checkbox.Group
        label={t('sharing.decideForm.reports')}
        description={t('sharing.decideForm.reportsHint')}
        value={chosen}
        onChange={setChosen}
        error={errors['reportIds']}
      >
        <Stack gap="md" mt="sm">
          {reports.map(({ reportId, title, code, sentAt, isSealed }) => (
            <Checkbox
              key={reportId}
              value={reportId}
              disabled={!isSealed}
              label={title}
              description={
                <>
                  {t('sharing.decideForm.report', { code })} · <ZonedTime at={sentAt} dateOnly />
                  {!isSealed && <> · {t('sharing.decideForm.notSealed')}</>}
                </>
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {reports.length === 0 && <Text>{t('sharing.decideForm.none')}</Text>}
      <MomentInput
        label={t('sharing.decideForm.until')}
        value={end === '' ? onClock(until) : end}
        onChange={setEnd}
        error={errors['until']}
      />
      <Text size="sm" c="dimmed">
        {t('sharing.decideForm.onlyThese')}
      </Text>
      {first !== undefined && <GrantPrice first={first} count={chosen.length} />}
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Group>
        <Button loading={busy} onClick={() => void grant()}>
          {t('sharing.decideForm.grant')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => setDenying(true)}>
          {t('sharing.decideForm.decline')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('sharing.decideForm.silence')}
      </Text>
    </Stack>
  );
}
