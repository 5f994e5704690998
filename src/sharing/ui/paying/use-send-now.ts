'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { callApi, problemMessage } from '@/platform/http/call-api';

/** Ends the wait for a low price. */
export function useSendNow(transactionId: string) {
  const t = useTranslations();
  const [state, setState] = useState<'waits' | 'sending' | 'asked'>('waits');
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    setState('sending');
    setProblem(null);
    try {
      await callApi('POST', `/api/chain-transactions/${transactionId}/send-now`, z.undefined());
      setState('asked');
    } catch (error) {
      setProblem(problemMessage(error, t));
      setState('waits');
    }
  };
  return { sending: state === 'sending', isAsked: state === 'asked', problem, send };
}
