import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { MINUTE_MS } from '@/platform/time/durations';
import { callApi } from '@/platform/http/call-api';
import { loadUnreadSchema } from './load-unread-schema';
import { onUnread } from './unread-news';

/**
 * How many notifications are unread, while one moves between pages whose frame is not rendered again: asked again at
 * most once a minute, when another page or this tab is opened.
 * @param atFirst as the server rendered it
 */
export function useUnread(atFirst: number): number {
  const [rendered, setRendered] = useState(atFirst);
  const [unread, setUnread] = useState(atFirst);
  if (rendered !== atFirst) {
    setRendered(atFirst);
    setUnread(atFirst);
  }
  const knownAt = useRef<number | null>(null);
  const pathname = usePathname();

  useEffect(
    () =>
      onUnread((count) => {
        knownAt.current = performance.now();
        setUnread(count);
      }),
    [],
  );

  useEffect(() => {
    const ask = () => {
      const now = performance.now();
      knownAt.current ??= now;
      if (document.visibilityState === 'hidden' || now - knownAt.current < MINUTE_MS) return;
      knownAt.current = now;
      callApi('GET', '/api/notifications', loadUnreadSchema).then(
        (answer) => setUnread(answer.unread),
        // The next page asks again.
        () => undefined,
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, [pathname]);

  return unread;
}
