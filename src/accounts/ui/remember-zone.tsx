'use client';

import { useEffect } from 'react';
import { useZone } from '@/components/use-zone';
import { callApi, NO_ANSWER } from '@/platform/http/call-api';

/** Sends the time zone of this browser to the server, once for each tab, so that mails write times as pages do. */
export function RememberZone({ accountId }: { accountId: string }) {
  const zone = useZone();
  useEffect(() => {
    const key = `time-zone:${accountId}`;
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone !== own || sessionStorage.getItem(key) === zone) return;
    callApi('PUT', '/api/accounts/time-zone', NO_ANSWER, { timeZone: zone }).then(
      () => sessionStorage.setItem(key, zone),
      // The next page tries again; until then mails show times in UTC, marked as such.
      () => undefined,
    );
  }, [accountId, zone]);
  return null;
}
