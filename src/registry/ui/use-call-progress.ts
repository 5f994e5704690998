'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Translate } from '@/messages/translator';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { MINUTE_MS } from '@/platform/time/durations';
import {
  transactionProgressSchema,
  type TransactionProgress,
} from '@/registry/calls/transaction-progress-schema';

const POLL_MS = 2_000;

/** As judge-transaction.ts gives up what the network does not know. */
const DROPPED_AFTER_MS = MINUTE_MS;

interface CallProgress {
  /** Null until the first answer. */
  progress: TransactionProgress | null;
  /** Why the last question got no answer; it is asked again. */
  problem: string | null;
  /** The network has not known the transaction for a minute: it will hardly be mined. */
  isDropped: boolean;
}

/** Follows a transaction by its hash until it is confirmed or has failed. */
export function useCallProgress(hash: string): CallProgress {
  const t = useTranslations();
  const [state, setState] = useState<CallProgress>({
    progress: null,
    problem: null,
    isDropped: false,
  });
  useEffect(() => {
    let wanted = true;
    let unknownSince: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const next = await ask(hash, t);
      if (!wanted) return;
      const isUnknown = next.progress !== null && isUnknownToNetwork(next.progress);
      if (isUnknown) unknownSince ??= Date.now();
      else if (next.progress?.chainReachable === true) unknownSince = null;
      const isDropped =
        isUnknown && unknownSince !== null && Date.now() - unknownSince >= DROPPED_AFTER_MS;
      setState((last) => ({
        progress: next.progress ?? last.progress,
        problem: next.problem,
        isDropped,
      }));
      const status = next.progress?.status;
      if (status === 'confirmed' || status === 'failed') return;
      timer = setTimeout(() => void look(), POLL_MS);
    };
    void look();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [hash, t]);
  return state;
}

function isUnknownToNetwork({ status, knownToNetwork, chainReachable }: TransactionProgress) {
  return status === 'sent' && chainReachable && !knownToNetwork;
}

async function ask(hash: string, t: Translate): Promise<Omit<CallProgress, 'isDropped'>> {
  try {
    const path = `/api/chain-calls/${hash}`;
    return { progress: await callApi('GET', path, transactionProgressSchema), problem: null };
  } catch (error) {
    return { progress: null, problem: problemMessage(error, t) };
  }
}
