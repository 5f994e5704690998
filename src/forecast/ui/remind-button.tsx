'use client';

import { Button, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import { callApi, problemMessage } from '@/platform/call-api';
import { reminderSchema } from '../reminders/reminder-schema';

/** Asks for a mail when the advised hours begin. */
export function RemindButton() {
  const [busy, setBusy] = useState(false);
  const [remindsAt, setRemindsAt] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function ask() {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await callApi('POST', '/api/forecast/reminders', reminderSchema);
      setRemindsAt(answer.remindsAt);
    } catch (error) {
      setFailure(problemMessage(error));
    } finally {
      setBusy(false);
    }
  }

  if (remindsAt !== null) {
    return (
      <Text size="sm" role="status">
        We mail you on <ZonedTime at={remindsAt} />.
      </Text>
    );
  }
  return (
    <>
      <Button
        variant="default"
        size="xs"
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
