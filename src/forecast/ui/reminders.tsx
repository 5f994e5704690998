'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Text } from '@mantine/core';
import { IconBellCheck, IconBellRinging } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { useZone } from '@/components/use-zone';
import { ZonedTime } from '@/components/zoned-time';
import { callApi, problemMessage } from '@/platform/http/call-api';
import type { Advice } from '../answer/advise';
import { reminderSchema } from '../reminders/reminder-schema';

const PATH = '/api/forecast/reminders';

interface RemindersProps {
  advice: Advice;
  /** When reminders were asked for already, ISO 8601. */
  reminders: readonly string[];
}

/** Asks for a reminder when the advised hours begin, and cancels those that were asked for. */
export function Reminders({ advice, reminders }: RemindersProps) {
  const t = useTranslations();
  const zone = useZone();
  const [busy, setBusy] = useState<string | null>(null);
  const [asked, setAsked] = useState(reminders);
  const [failure, setFailure] = useState<string | null>(null);
  const beginsAt = new Date(advice.window?.from ?? advice.date).toISOString();

  async function change(what: string, work: () => Promise<readonly string[]>) {
    setBusy(what);
    setFailure(null);
    try {
      setAsked(await work());
    } catch (error) {
      setFailure(problemMessage(error, t));
    } finally {
      setBusy(null);
    }
  }

  async function ask() {
    const body = { date: advice.date, timeZone: zone };
    const { remindsAt } = await callApi('POST', PATH, reminderSchema, body);
    return [...asked, remindsAt].toSorted();
  }

  async function cancel(remindsAt: string) {
    await callApi('DELETE', PATH, z.undefined(), { remindsAt });
    return asked.filter((one) => one !== remindsAt);
  }

  return (
    <>
      {asked.map((remindsAt) => (
        <Group key={remindsAt} gap="xs" role="status" aria-label={t('forecast.reminders.label')}>
          <IconBellCheck size={18} aria-hidden="true" style={{ flexShrink: 0 }} />
          <Text size="sm">
            {t.rich('forecast.reminders.remindOn', { at: () => <ZonedTime at={remindsAt} /> })}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={busy === remindsAt}
            onClick={() => void change(remindsAt, () => cancel(remindsAt))}
          >
            {t('forecast.reminders.cancel')}
          </Button>
        </Group>
      ))}
      {advice.kind !== 'now' && !asked.includes(beginsAt) && (
        <Button
          variant="default"
          size="sm"
          loading={busy === 'ask'}
          leftSection={<IconBellRinging size={16} aria-hidden="true" />}
          onClick={() => void change('ask', ask)}
        >
          {t('forecast.reminders.remindMe')}
        </Button>
      )}
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </>
  );
}
