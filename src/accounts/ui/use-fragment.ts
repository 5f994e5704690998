import { useSyncExternalStore } from 'react';

/**
 * What stands behind the # of this page's address: where mailed links carry their secret, because no server
 * and no log sees it. Null until the page is alive in the browser.
 */
export function useFragment(): string | null {
  return useSyncExternalStore(
    (onChange) => {
      addEventListener('hashchange', onChange);
      return () => removeEventListener('hashchange', onChange);
    },
    () => location.hash.slice(1),
    () => null,
  );
}
