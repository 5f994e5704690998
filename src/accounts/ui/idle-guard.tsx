'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { LateModal } from '@/components/feedback/late-modal';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { callApi, NO_ANSWER } from '@/platform/http/call-api';
import { leaveSession } from './leave-session';
import { useIdleMinutes } from './use-idle-minutes';

/** Two minutes before the session's 30 idle minutes are over. */
const WARN_AFTER = 28;
const OVER_AFTER = 30;

/** Warns before the automatic log-off and carries it out, whichever tab was used last. */
export function IdleGuard() {
  const t = useTranslations();
  const { idleMinutes, stay } = useIdleMinutes({
    onActive: () => void callApi('GET', '/api/accounts/session', NO_ANSWER).catch(() => undefined),
    onIdle: (minutes) => {
      if (minutes >= OVER_AFTER) void leaveSession('idle').catch(leaveAnyway);
    },
  });
  return (
    <LateModal
      opened={idleMinutes >= WARN_AFTER}
      onClose={stay}
      title={t('accounts.idleGuard.title')}
      withCloseButton={false}
    >
      <Stack>
        <Text>{t('accounts.idleGuard.explanation')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void leaveSession()}>
            {t('accounts.idleGuard.logOutNow')}
          </Button>
          <Button onClick={stay}>{t('accounts.idleGuard.stayLoggedIn')}</Button>
        </Group>
      </Stack>
    </LateModal>
  );
}

/** Clears the screen even when the server could not be reached. */
function leaveAnyway(): void {
  // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a whole load on purpose
  globalThis.location.assign('/login?notice=idle');
}
