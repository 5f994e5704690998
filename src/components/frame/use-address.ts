import { useSyncExternalStore } from 'react';

/**
 * The address of this page with its fragment, where mailed links and QR codes carry what no server and no
 * log shall see. Follows the address when only the fragment changes. Null until the page is alive in the
 * browser.
 */
export function useAddress(): string | null {
  return useSyncExternalStore(
    (onChange) => {
      addEventListener('hashchange', onChange);
      return () => removeEventListener('hashchange', onChange);
    },
    () => location.href,
    () => null,
  );
}
