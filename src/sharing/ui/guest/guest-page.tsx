'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sentence } from '@/messages/translator';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { problemSentence } from '@/platform/http/call-api';
import { LinkCheck } from './link-check';
import { fetchLinkOutcome } from './fetch-link-outcome';
import { CodeEntry } from './code-entry';
import { EndPage } from './end-page';
import type { GuestEnd } from './guest-end';
import { isLive, restoreGuest, storeSession, type OpenSession } from './guest-storage';
import { ReportView } from './report-view';

type Stage =
  | { at: 'reading' }
  | { at: 'failed'; sentence: Sentence }
  | { at: 'ended'; end: GuestEnd }
  | { at: 'code'; token: string }
  | { at: 'open'; token: string; session: OpenSession };

/**
 * The guest's only page. Opening it has no side effect: it only checks whether the link can be used, so that mail
 * scanners cannot use it up. Side effects need a press of a button.
 */
export function GuestPage() {
  const t = useTranslations();
  const [stage, setStage] = useState<Stage>({ at: 'reading' });
  /** Counts the checks: the answer to an earlier one is ignored. */
  const checks = useRef(0);

  const check = useCallback(async () => {
    checks.current += 1;
    const mine = checks.current;
    // At once, so that nothing of the previous link is shown with this one.
    setStage({ at: 'reading' });
    const found = await findStage();
    if (checks.current === mine) setStage(found);
  }, []);

  const end = (token: string) => (reason: GuestEnd) => {
    if (storeSession(token, null)) setStage({ at: 'ended', end: reason });
  };

  useEffect(() => {
    // Another link that is opened in this tab changes only the fragment, so that the page does not reload.
    const onLink = () => void check();
    // In a separate task, so that the effect itself sets no state.
    const first = setTimeout(onLink);
    window.addEventListener('hashchange', onLink);
    return () => {
      clearTimeout(first);
      window.removeEventListener('hashchange', onLink);
    };
  }, [check]);

  switch (stage.at) {
    case 'reading':
      return <LinkCheck />;
    case 'failed':
      return (
        <ErrorNotice title={t('sharing.guestPage.checkFailed')} onRetry={() => void check()}>
          {stage.sentence(t)}
        </ErrorNotice>
      );
    case 'ended':
      return <EndPage key={stage.end} end={stage.end} onAgain={() => void check()} />;
    case 'code': {
      const { token } = stage;
      const open = (session: OpenSession) => {
        if (storeSession(token, session)) setStage({ at: 'open', token, session });
      };
      return <CodeEntry key={token} token={token} onOpened={open} onEnd={end(token)} />;
    }
    case 'open':
      return (
        <ReportView
          key={stage.session.sessionId}
          token={stage.token}
          session={stage.session}
          onEnd={end(stage.token)}
        />
      );
  }
}

async function findStage(): Promise<Stage> {
  const memory = restoreGuest();
  if (memory === null) return { at: 'ended', end: 'no-link' };
  if (memory === 'damaged') return { at: 'ended', end: 'damaged' };
  const { token, session } = memory;
  if (isLive(session)) return { at: 'open', token, session };
  try {
    const outcome = await fetchLinkOutcome(token);
    return outcome === 'ready' ? { at: 'code', token } : { at: 'ended', end: outcome };
  } catch (error) {
    return { at: 'failed', sentence: problemSentence(error) };
  }
}
