import { useSyncExternalStore } from 'react';
import { typedReportCode } from '../../verification';

/**
 * The report code in the page's fragment (`#code=…`), where the QR code on a report puts it: browsers do
 * not send it to any server.
 */
export function useFragmentCode(): string | null {
  const fragment = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
    () => '',
  );
  const code = typedReportCode.safeParse(new URLSearchParams(fragment.slice(1)).get('code'));
  return code.success ? code.data : null;
}
