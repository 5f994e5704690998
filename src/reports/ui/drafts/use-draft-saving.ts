'use client';

import { useEffect, useMemo, useState } from 'react';
import { ApiProblem, callApi, problemSentence } from '@/platform/http/call-api';
import { DraftSaver, type SaveStatus } from './draft-saver';

/** Errors that may be gone a little later, so that a retry makes sense. */
const PASSING = ['offline', 'internal', 'database-unavailable'];

/** The saver of a draft and its status. */
export interface DraftSaving {
  status: SaveStatus;
  saver: DraftSaver;
}

/**
 * Keeps a draft on the server while it is typed, also when the page is hidden, left or closed. Where that could
 * lose text, the browser asks first.
 */
export function useDraftSaving(reportId: string, updatedAt: string): DraftSaving {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: updatedAt });
  const [openedWith] = useState(updatedAt);
  const saver = useMemo(
    () =>
      new DraftSaver({
        version: openedWith,
        save: async (content, version, keepalive) => {
          const body = { ...content, updatedAt: version };
          const path = `/api/reports/${reportId}/draft`;
          return (await callApi('PUT', path, loadAnswerSchema, body, { keepalive })).updatedAt;
        },
        statusAfter,
        onStatus: setStatus,
      }),
    [reportId, openedWith],
  );

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') saver.flush(true).catch(() => undefined);
    };
    // The browser then asks whether to leave.
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.isAtRisk) event.preventDefault();
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('beforeunload', ask);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('beforeunload', ask);
      // Also when one goes on to another page of the portal.
      saver.flush(true).catch(() => undefined);
    };
  }, [saver]);

  return { status, saver };
}

function statusAfter(error: unknown): SaveStatus {
  const code = error instanceof ApiProblem ? error.code : 'unexpected';
  if (code === 'conflict') return { kind: 'conflict' };
  return { kind: 'failed', sentence: problemSentence(error), goesOn: PASSING.includes(code) };
}

async function loadAnswerSchema() {
  return (await import('./draft-answer')).draftAnswer;
}
