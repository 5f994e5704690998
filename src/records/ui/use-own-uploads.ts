import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';
import { ownUploadSchema, type OwnUpload } from '../uploads/own-upload-schema';

const POLL_MS = 2_000;

/**
 * A patient's files, asked again every two seconds while one of them is being checked.
 * @param initial as they were when the page was made
 */
export function useOwnUploads(initial: OwnUpload[]) {
  const [uploads, setUploads] = useState(initial);
  const [readings, setReadings] = useState(0);
  const reload = useCallback(() => setReadings((count) => count + 1), []);
  const isChecking = uploads.some(({ state }) => state === 'RECEIVED');

  useEffect(() => {
    if (readings === 0 && !isChecking) return undefined;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      try {
        const read = await callApi('GET', '/api/uploads', z.array(ownUploadSchema));
        if (!wanted) return;
        setUploads(read);
        if (!read.some(({ state }) => state === 'RECEIVED')) return;
      } catch {
        // The list stays as it was; the next try may succeed.
      }
      if (wanted) timer = setTimeout(() => void poll(), POLL_MS);
    };
    void poll();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [readings, isChecking]);

  return { uploads, reload };
}
