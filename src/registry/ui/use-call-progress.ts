'use client';

import { useEffect, useState } from 'react';
import { callApi, problemMessage } from '@/platform/call-api';
import {
  transactionProgressSchema,
  type TransactionProgress,
} from '../transaction-progress-schema';

const POLL_MS = 2_000;

interface CallProgress {
  /** Null until the first answer. */
  progress: TransactionProgress | null;
  /** Why the last question got no answer; it is asked again. */
  problem: string | null;
}

/** Follows a transaction by its hash until it is confirmed or has failed. */
export function useCallProgress(hash: string): CallProgress {
  const [state, setState] = useState<CallProgress>({ progress: null, problem: null });
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const next = await ask(hash);
      if (!wanted) return;
      setState((last) => ({ progress: next.progress ?? last.progress, problem: next.problem }));
      const status = next.progress?.status;
      if (status === 'confirmed' || status === 'failed') return;
      timer = setTimeout(() => void look(), POLL_MS);
    };
    void look();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [hash]);
  return state;
}

async function ask(hash: string): Promise<CallProgress> {
  try {
    const path = `/api/chain-calls/${hash}`;
    return { progress: await callApi('GET', path, transactionProgressSchema), problem: null };
  } catch (error) {
    return { progress: null, problem: problemMessage(error) };
  }
}
