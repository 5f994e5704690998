'use client';

import { useState } from 'react';
import { viewersInput } from '../prepared-transaction';
import type { Viewer } from '../viewers';

/** A viewer as typed: perhaps not an e-mail address yet. */
export interface ViewerRow {
  email: string;
  /** ISO 8601; null for no end. */
  expiresAt: string | null;
}

/** The list of viewers in a form, with what is wrong with it. */
export function useViewerList(initial: readonly ViewerRow[]) {
  const [rows, setRows] = useState<ViewerRow[]>(
    initial.map(({ email, expiresAt }) => ({ email, expiresAt })),
  );
  const [faults, setFaults] = useState<Record<string, string>>({});
  return {
    editor: {
      value: rows,
      onChange: (next: ViewerRow[]) => {
        setRows(next);
        setFaults({});
      },
      faults,
    },
    count: rows.length,
    faulty: Object.keys(faults).length > 0,
    /** The list as the server takes it, or null when it has faults, which are then shown. */
    collect: (): Viewer[] | null => {
      const parsed = viewersInput.safeParse({ viewers: rows });
      if (parsed.success) return parsed.data.viewers;
      setFaults(
        Object.fromEntries(
          parsed.error.issues.map(({ path, message }) => [path.join('.'), message] as const),
        ),
      );
      return null;
    },
    setFaults,
  };
}
