import { useEffect, useState } from 'react';
import type { PasswordFault } from '@/accounts/passwords/password-fault';
import { PASSWORD_MIN } from '@/accounts/passwords/password-length';

/**
 * Looks at a password while it is typed. The list of common ones is large: it is loaded when somebody begins to type,
 * and while it is not there nothing is said; the server looks again.
 * @param about words that a stranger would try for this person
 * @returns why the server would refuse the password; null while it is short, or when it is good
 */
export function usePasswordFault(password: string, about: readonly string[]): PasswordFault | null {
  const [found, setFound] = useState<{ of: string; fault: PasswordFault | null } | null>(null);
  const words = about.join('\n');

  useEffect(() => {
    if (password.length < PASSWORD_MIN) return;
    let isStale = false;
    import('@/accounts/passwords/password-fault')
      .then(({ findPasswordFault }) => {
        if (isStale) return;
        setFound({ of: password, fault: findPasswordFault(password, words.split('\n')) });
      })
      // Without the list, e.g. offline: the server says it.
      .catch(() => undefined);
    return () => {
      isStale = true;
    };
  }, [password, words]);

  return found?.of === password ? found.fault : null;
}
