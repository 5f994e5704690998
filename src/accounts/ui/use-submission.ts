import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, problemMessage } from '@/platform/http/call-api';

/** The progress of sending a form. */
export interface Submission {
  busy: boolean;
  /** What to read when the last try failed. */
  failure: string | null;
  /** Runs a call; on failure keeps its sentence and hands field errors on. @returns whether it went well */
  submit: (call: () => Promise<void>) => Promise<boolean>;
}

/**
 * Sends a form once at a time.
 * @param onFieldErrors receives the server's errors of single fields
 */
export function useSubmission(
  onFieldErrors: (fields: Record<string, string>) => void = () => undefined,
): Submission {
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(call: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setFailure(null);
    try {
      await call();
      return true;
    } catch (error) {
      setFailure(problemMessage(error, t));
      if (error instanceof ApiProblem) onFieldErrors(error.fields);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, failure, submit };
}
