'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Translate } from '@/messages/translator';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { transactionAnswerSchema } from '@/sharing/anchoring/prepared-transaction';
import { forgetSent, recallSent } from './sent-memory';
import { tellSent } from './record-transaction-hash';

const POLL_MS = 2_000;

/** What our server answers about a transaction. */
export type TransactionAnswer = z.infer<typeof transactionAnswerSchema>;

/** Whether nothing more will happen to it. */
export function isSettled({ status }: TransactionAnswer): boolean {
  return status === 'confirmed' || status === 'failed' || status === 'cancelled';
}

interface TransactionState {
  /** Null until the first answer. */
  answer: TransactionAnswer | null;
  /** Why the last question got no answer; it is asked again. */
  problem: string | null;
}

/** Follows a transaction until it is settled, asking our server every two seconds. */
export function useTransaction(transactionId: string): TransactionState {
  const t = useTranslations();
  const [state, setState] = useState<TransactionState>({ answer: null, problem: null });
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const next = await ask(transactionId, t);
      if (!wanted) return;
      setState((last) => ({ answer: next.answer ?? last.answer, problem: next.problem }));
      if (next.answer !== null && isSettled(next.answer)) forgetSent(transactionId);
      else timer = setTimeout(() => void look(), POLL_MS);
    };
    void look();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [transactionId, t]);
  return state;
}

async function ask(transactionId: string, t: Translate): Promise<TransactionState> {
  try {
    const path = `/api/chain-transactions/${transactionId}`;
    const answer = await callApi('GET', path, transactionAnswerSchema);
    const hash = recallSent(transactionId);
    if (answer.status !== 'prepared' || hash === null) return { answer, problem: null };
    // The wallet sent it in this browser, but the server has not been told yet.
    await tellSent(transactionId, hash);
    return { answer: { ...answer, status: 'sent', prepared: null }, problem: null };
  } catch (error) {
    return { answer: null, problem: problemMessage(error, t) };
  }
}
