'use client';

import { useTranslations } from 'next-intl';
import { Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';

/** A session as the page passes it on. */
export interface ListedSession {
  id: string;
  isThis: boolean;
  device: string | null;
  timeZone: string | null;
  /** ISO 8601 */
  createdAt: string;
  /** ISO 8601 */
  lastSeenAt: string;
}

/** Where the account is logged in, with a button that ends each other session, and one that ends all of them. */
export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  const t = useTranslations();
  const router = useRouter();
  const { busy, failure, submit } = useSubmission();

  async function end(path: string) {
    await submit(() => callApi('DELETE', path, z.undefined()));
    // Also after a refusal: the session may have ended by itself.
    router.refresh();
  }

  return (
    <Stack align="flex-start">
      <List listStyleType="none" spacing="sm" w="100%" aria-label={t('accounts.sessions.title')}>
        {sessions.map((session) => (
          <List.Item key={session.id}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <SessionFacts session={session} />
              {!session.isThis && (
                <Button
                  variant="subtle"
                  color="red"
                  style={{ flex: 'none' }}
                  aria-label={t('accounts.sessions.endNamed', {
                    device: session.device ?? t('accounts.sessions.unknownDevice'),
                  })}
                  disabled={busy}
                  onClick={() => void end(`/api/accounts/sessions/${session.id}`)}
                >
                  {t('accounts.sessions.end')}
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      {sessions.length > 1 && (
        <Button variant="default" loading={busy} onClick={() => void end('/api/accounts/sessions')}>
          {t('accounts.sessions.endOthers')}
        </Button>
      )}
    </Stack>
  );
}

function SessionFacts({ session }: { session: ListedSession }) {
  const t = useTranslations();
  const { isThis, device, timeZone, createdAt, lastSeenAt } = session;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
      <IconDevices size={22} aria-hidden="true" style={{ flex: 'none' }} />
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Group gap="xs">
          <Text fw={600}>{device ?? t('accounts.sessions.unknownDevice')}</Text>
          {isThis && <Badge color="green">{t('accounts.sessions.this')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {timeZone === null
            ? t('accounts.sessions.unknownPlace')
            : t('accounts.sessions.place', { timeZone: timeZone.replaceAll('_', ' ') })}
          {'. '}
          {t.rich('accounts.sessions.since', { at: () => <ZonedTime at={createdAt} /> })}{' '}
          {t.rich('accounts.sessions.lastUsed', { at: () => <ZonedTime at={lastSeenAt} /> })}
        </Text>
      </div>
    </Group>
  );
}
