'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { callApi, problemMessage } from '@/platform/http/call-api';

/**
 * Cancels a transaction that was not sent.
 * @param onClose it is cancelled
 */
export function useCancelTransaction(transactionId: string, onClose: () => void) {
  const t = useTranslations();
  const router = useRouter();
  const [cancelling, setCancelling] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const cancel = async () => {
    setCancelling(true);
    setProblem(null);
    try {
      await callApi('DELETE', `/api/chain-transactions/${transactionId}`, z.undefined());
      onClose();
      router.refresh();
    } catch (error) {
      setProblem(problemMessage(error, t));
      setCancelling(false);
    }
  };
  return { cancelling, problem, cancel, forgetProblem: () => setProblem(null) };
}
