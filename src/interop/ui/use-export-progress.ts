import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import {
  exportProgressSchema,
  type ExportProgress,
} from '@/interop/exports/export-progress-schema';
import { callApi, problemMessage } from '@/platform/http/call-api';

const POLL_MS = 2_000;

/**
 * How far a person's copy is, asked again every two seconds while it is being made.
 * @param initial as it was when the page was made
 */
export function useExportProgress(initial: ExportProgress | null) {
  const t = useTranslations();
  const [progress, setProgress] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [readings, setReadings] = useState(0);
  const reload = useCallback(() => setReadings((count) => count + 1), []);

  useEffect(() => {
    if (readings === 0 && initial?.state !== 'REQUESTED') return undefined;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      try {
        const read = await callApi('GET', '/api/exports', exportProgressSchema.nullable());
        if (!wanted) return;
        setProgress(read);
        setProblem(null);
        if (read?.state !== 'REQUESTED') return;
      } catch (error) {
        if (!wanted) return;
        setProblem(problemMessage(error, t));
      }
      timer = setTimeout(() => void poll(), POLL_MS);
    };
    void poll();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [readings, initial, t]);

  return { progress, problem, reload };
}
