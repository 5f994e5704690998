'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';

const answerSchema = z.object({ reports: z.number().int() });

/** Debounces typing. */
const PAUSE_MS = 300;

/** How many valid reports a mark from a block would make invalid; null until it and they are known. */
export function useReachedReports(issuer: string, fromBlock: number | null): number | null {
  const [known, setKnown] = useState<{ fromBlock: number; reports: number } | null>(null);
  useEffect(() => {
    if (fromBlock === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      const path = `/api/admin/issuers/reached-reports?issuer=${issuer}&fromBlock=${fromBlock}`;
      callApi('GET', path, answerSchema).then(
        ({ reports }) => {
          if (wanted) setKnown({ fromBlock, reports });
        },
        () => {
          if (wanted) setKnown(null);
        },
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [issuer, fromBlock]);
  return known?.fromBlock === fromBlock ? known.reports : null;
}
