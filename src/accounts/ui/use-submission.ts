import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, problemMessage } from '@/platform/http/call-api';

/** A little more than the dialogs take to close. */
const DIALOG_CLOSES_MS = 300;

/** The progress of sending a form. */
export interface Submission {
  busy: boolean;
  /** What to read when the last try failed. */
  failure: string | null;
  /** Runs a call; on failure keeps its sentence and hands field errors on. @returns whether it went well */
  submit: (call: () => Promise<void>) => Promise<boolean>;
  /** Forgets the last failure, when the form asks for something else. */
  forget: () => void;
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
    const focused = document.activeElement;
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
      // The button, disabled while busy, has lost the focus; so it has again when the dialog that asks for a proof
      // has closed.
      for (const ms of [0, DIALOG_CLOSES_MS]) setTimeout(() => restoreFocus(focused), ms);
    }
  }

  return { busy, failure, submit, forget: () => setFailure(null) };
}

/** Puts the focus back where it was, unless something else has taken it or the element is gone. */
function restoreFocus(focused: Element | null) {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost && focused instanceof HTMLElement && focused.isConnected) focused.focus();
}
