'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { ApiProblem, callApi, problemMessage } from '@/platform/call-api';

/** What a draft holds at one moment. */
export interface DraftContent {
  patientId: string | null;
  form: object;
}

/** Whether what is on the screen is also kept on the server. */
export type SaveStatus =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'conflict' }
  | { kind: 'failed'; message: string };

const PAUSE_MS = 800;
const RETRY_MS = 5_000;

const answerSchema = z.object({ updatedAt: z.iso.datetime() });

/**
 * Saves a draft as it is typed: after a short pause, again when a try failed, and at once when the page
 * is hidden or closed. Saves run one after another, each naming the version it builds on, so that another
 * tab's text is never overwritten unseen.
 */
export function useDraftSaving(reportId: string, updatedAt: string) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: updatedAt });
  const version = useRef<string | null>(updatedAt);
  const unsaved = useRef<DraftContent | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saveOnce = useCallback(
    async (keepalive: boolean) => {
      const content = unsaved.current;
      if (content === null) return;
      unsaved.current = null;
      setStatus({ kind: 'saving' });
      try {
        const body = { ...content, updatedAt: version.current };
        const path = `/api/reports/${reportId}/draft`;
        const saved = await callApi('PUT', path, answerSchema, body, { keepalive });
        version.current = saved.updatedAt;
        setStatus({ kind: 'saved', at: saved.updatedAt });
      } catch (error) {
        unsaved.current ??= content;
        setStatus(toStatus(error));
        throw error;
      }
    },
    [reportId],
  );

  /** Saves whatever is not saved yet and tells which version is on the server then. */
  const flush = useCallback(
    async (keepalive = false): Promise<string> => {
      clearTimeout(timer.current);
      while (running.current !== null || unsaved.current !== null) {
        running.current ??= saveOnce(keepalive).finally(() => {
          running.current = null;
        });
        await running.current;
      }
      return version.current ?? updatedAt;
    },
    [saveOnce, updatedAt],
  );

  const change = useCallback(
    (content: DraftContent) => {
      unsaved.current = content;
      const save = () => {
        flush().catch((error: unknown) => {
          if (isWorthRetrying(error)) timer.current = setTimeout(save, RETRY_MS);
        });
      };
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MS);
    },
    [flush],
  );

  /** After a conflict the person chose this window's text: it replaces whatever was saved meanwhile. */
  const overwrite = useCallback(() => {
    version.current = null;
    flush().catch(() => undefined);
  }, [flush]);

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') flush(true).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      // Also when one goes on to another page of the portal.
      flush(true).catch(() => undefined);
    };
  }, [flush]);

  return { status, change, flush, overwrite };
}

/** What a form needs to keep its text safe. */
export type DraftSaving = ReturnType<typeof useDraftSaving>;

function toStatus(error: unknown): SaveStatus {
  if (error instanceof ApiProblem && error.code === 'conflict') return { kind: 'conflict' };
  return { kind: 'failed', message: problemMessage(error) };
}

/** The same text would be refused again, except by a server or a connection that was not there. */
function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return ['offline', 'internal', 'database-unavailable'].includes(error.code);
}
