'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { problemMessage } from '@/platform/http/call-api';
import { leaveSession } from './leave-session';

/** Ends the session on the server, then leaves every page of it. */
export function LogOutButton() {
  const t = useTranslations();
  const [busy, setBusy] = useState(false);

  async function leave() {
    setBusy(true);
    try {
      await leaveSession();
    } catch (error) {
      notifications.show({
        color: 'red',
        title: t('accounts.logOutButton.failed'),
        message: problemMessage(error, t),
      });
      setBusy(false);
    }
  }

  return (
    // A form, so that it works in a page that is still loading: React does not handle clicks there yet.
    <form
      method="post"
      action="/api/accounts/log-out"
      style={{ flex: 'none' }}
      onSubmit={(event) => {
        event.preventDefault();
        void leave();
      }}
    >
      <Button
        type="submit"
        variant="default"
        size="xs"
        loading={busy}
        leftSection={<IconLogout size={16} aria-hidden="true" />}
      >
        {t('accounts.logOutButton.logOut')}
      </Button>
    </form>
  );
}
