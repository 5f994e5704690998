'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';

/** The filters in a page's address, and a function that changes them and returns to the first page. */
export function useAddressQuery<Name extends string>() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();

  function narrow(changes: Partial<Record<Name, string | null>>) {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    next.delete('page');
    startTransition(() => router.replace(`${pathname}?${next}`, { scroll: false }));
  }

  return { params, narrow, pending };
}
