'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sentence } from '@/messages/translator';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import { problemSentence } from '@/platform/http/call-api';
import { checkLink } from './check-link';
import { CodeEntry } from './code-entry';
import { EndPage } from './end-page';
import type { GuestEnd } from './guest-ends';
import { isLive, recallGuest, rememberSession, type OpenSession } from './guest-memory';
import { ReportView } from './report-view';

type Stage =
  | { at: 'reading' }
  | { at: 'failed'; sentence: Sentence }
  | { at: 'ended'; end: GuestEnd }
  | { at: 'code'; token: string }
  | { at: 'open'; token: string; session: OpenSession };

/**
 * The guest's one page. Opening it changes nothing: it only asks whether the link can be used. What changes
 * something is a person's press of a button.
 */
export function GuestPage() {
  const t = useTranslations();
  const [stage, setStage] = useState<Stage>({ at: 'reading' });
  /** Counts the links that were looked at: an answer about an earlier one comes too late. */
  const looks = useRef(0);

  const look = useCallback(async () => {
    looks.current += 1;
    const mine = looks.current;
    // At once, so that nothing of the link before stands under this one.
    setStage({ at: 'reading' });
    const found = await findStage();
    if (looks.current === mine) setStage(found);
  }, []);

  const end = (token: string) => (reason: GuestEnd) => {
    if (rememberSession(token, null)) setStage({ at: 'ended', end: reason });
  };

  useEffect(() => {
    // Another link opened in this tab changes only the fragment: the page is not loaded again.
    const onLink = () => void look();
    // A task of its own, so that the effect itself sets no state.
    const first = setTimeout(onLink);
    window.addEventListener('hashchange', onLink);
    return () => {
      clearTimeout(first);
      window.removeEventListener('hashchange', onLink);
    };
  }, [look]);

  switch (stage.at) {
    case 'reading':
      return <PageSkeleton />;
    case 'failed':
      return (
        <ErrorNotice title={t('sharing.guestPage.checkFailed')} onRetry={() => void look()}>
          {stage.sentence(t)}
        </ErrorNotice>
      );
    case 'ended':
      return <EndPage key={stage.end} end={stage.end} onAgain={() => void look()} />;
    case 'code': {
      const { token } = stage;
      const open = (session: OpenSession) => {
        if (rememberSession(token, session)) setStage({ at: 'open', token, session });
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
  const memory = recallGuest();
  if (memory === null) return { at: 'ended', end: 'no-link' };
  if (memory === 'damaged') return { at: 'ended', end: 'damaged' };
  const { token, session } = memory;
  if (isLive(session)) return { at: 'open', token, session };
  try {
    const outcome = await checkLink(token);
    return outcome === 'ready' ? { at: 'code', token } : { at: 'ended', end: outcome };
  } catch (error) {
    return { at: 'failed', sentence: problemSentence(error) };
  }
}
