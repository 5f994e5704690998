'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { problemMessage } from '@/platform/http/call-api';
import { isSettled, type TransactionProgress } from '@/registry/calls/transaction-progress-schema';

const POLL_MS = 2_000;

/** Begins to follow a transaction by its id or hash; the function that it returns reads the progress once. */
export type FollowTransaction<Progress extends TransactionProgress> = (
  id: string,
) => () => Promise<Progress>;

interface ProgressState<Progress> {
  /** Null until the first answer. */
  progress: Progress | null;
  /** Why the last request failed; it is repeated. */
  problem: string | null;
}

/**
 * Polls the progress of a transaction every two seconds until it is settled.
 * @param follow the same function at each rendering
 */
export function useTransactionProgress<Progress extends TransactionProgress>(
  id: string,
  follow: FollowTransaction<Progress>,
): ProgressState<Progress> {
  const t = useTranslations();
  const [state, setState] = useState<ProgressState<Progress>>({ progress: null, problem: null });
  useEffect(() => {
    const read = follow(id);
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      try {
        const progress = await read();
        if (!wanted) return;
        setState({ progress, problem: null });
        if (isSettled(progress)) return;
      } catch (error) {
        if (!wanted) return;
        const problem = problemMessage(error, t);
        setState((last) => ({ ...last, problem }));
      }
      timer = setTimeout(() => void poll(), POLL_MS);
    };
    void poll();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id, follow, t]);
  return state;
}
