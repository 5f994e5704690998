'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconBellCheck, IconBellRinging } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import { useZone } from '@/components/use-zone';
import { ZonedTime } from '@/components/zoned-time';
import { callApi, problemMessage } from '@/platform/call-api';
import { reminderSchema } from '../reminders/reminder-schema';

interface RemindButtonProps {
  /** The advised day. */
  date: string;
  /** Asked for already. */
  remindsAt: string | null;
}

/** Asks for a mail when the advised hours begin. */
export function RemindButton({ date, remindsAt }: RemindButtonProps) {
  const zone = useZone();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(remindsAt);
  const [failure, setFailure] = useState<string | null>(null);

  async function ask() {
    setBusy(true);
    setFailure(null);
    try {
      const body = { date, timeZone: zone };
      const answer = await callApi('POST', '/api/forecast/reminders', reminderSchema, body);
      setAsked(answer.remindsAt);
    } catch (error) {
      setFailure(problemMessage(error));
    } finally {
      setBusy(false);
    }
  }

  if (asked !== null) {
    return (
      <Group gap="xs" wrap="nowrap" role="status" aria-label="Reminder">
        <IconBellCheck size={18} aria-hidden="true" style={{ flexShrink: 0 }} />
        <Text size="sm">
          We mail you on <ZonedTime at={asked} />.
        </Text>
      </Group>
    );
  }
  return (
    <>
      <Button
        variant="default"
        size="sm"
        loading={busy}
        leftSection={<IconBellRinging size={16} aria-hidden="true" />}
        onClick={() => void ask()}
      >
        Remind me by e-mail on the day
      </Button>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </>
  );
}
