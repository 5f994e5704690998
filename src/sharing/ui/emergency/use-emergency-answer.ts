import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { callApi, problemMessage } from '@/platform/http/call-api';

type Known<T> = { key: string } & (
  { answer: T; failure?: never } | { failure: string; answer?: never }
);

/**
 * Reads something that an emergency access opens, once the page is there: a page that is fetched ahead reads nothing.
 * @param schema of the answer; the same object each time
 */
export function useEmergencyAnswer<T>(
  path: string,
  schema: z.ZodType<T>,
): { answer: T | null; failure: string | null; retry: () => void } {
  const t = useTranslations();
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<Known<T>>();
  const key = `${path} ${attempt}`;
  useEffect(() => {
    let wanted = true;
    callApi('GET', path, schema).then(
      (answer) => {
        if (wanted) setKnown({ key, answer });
      },
      (error: unknown) => {
        if (wanted) setKnown({ key, failure: problemMessage(error, t) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [path, schema, key, t]);
  const isCurrent = known?.key === key;
  return {
    answer: isCurrent && known.answer !== undefined ? known.answer : null,
    failure: isCurrent ? (known.failure ?? null) : null,
    retry: () => setAttempt(attempt + 1),
  };
}
