'use client';

import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { validateWith } from '@/components/inputs/validate-with';
import { onClock } from '@/platform/time/local-moment';
import { viewersInput } from '@/sharing/anchoring/prepared-transaction';
import type { Viewer } from '@/sharing/grants/viewers';
import { endOfChoice, FIRST_END, type EndChoice } from './end-choices';

/** A viewer in the list. */
export interface ListedRow {
  email: string;
  /** ISO 8601; null for no end. */
  expiresAt: string | null;
}

/** The viewer who is being typed. */
interface ViewerDraft {
  email: string;
  end: EndChoice;
  /** What the field for a date and time holds, see MomentInput. */
  date: string;
  /** Counts the viewers typed so far; a change resets the fields. */
  turn: number;
}

const EMPTY: ViewerDraft = { email: '', end: FIRST_END, date: '', turn: 0 };

/**
 * The list of viewers in a form, the viewer who is being typed, and the errors by field: `draft.email`,
 * `draft.expiresAt`, `viewers.<place>.email`, `viewers`.
 */
export function useViewerList(initial: readonly ListedRow[]) {
  const t = useTranslations();
  const [rows, setRows] = useState<ListedRow[]>(
    initial.map(({ email, expiresAt }) => ({ email, expiresAt })),
  );
  const [draft, setDraft] = useState<ViewerDraft>(EMPTY);
  const [errors, setErrors] = useState<Record<string, string>>({});

  /** Adds the typed viewer to the list; null when that viewer has errors, which are then shown. */
  function withDraft(): ListedRow[] | null {
    if (draft.email.trim() === '') return rows;
    const expiresAt = endOfChoice(draft.end, draft.date);
    if (expiresAt === undefined) {
      setErrors({ 'draft.expiresAt': t('sharing.viewersEditor.chooseDate') });
      return null;
    }
    const next = [...rows, { email: draft.email, expiresAt }];
    const found = validateWith(viewersInput, t)({ viewers: next });
    const own = Object.entries(found).filter(([field]) =>
      field.startsWith(`viewers.${rows.length}`),
    );
    if (own.length > 0 || found['viewers'] !== undefined) {
      setErrors(
        Object.fromEntries([
          ...own.map(
            ([field, error]) => [`draft.${field.split('.')[2] ?? 'email'}`, error] as const,
          ),
          ...(found['viewers'] === undefined ? [] : [['viewers', found['viewers']] as const]),
        ]),
      );
      return null;
    }
    const alone = viewersInput.safeParse({ viewers: next.slice(rows.length) });
    return [...rows, { email: alone.data?.viewers[0]?.email ?? draft.email, expiresAt }];
  }

  /** Moves the typed viewer into the list. */
  function add(): void {
    if (draft.email.trim() === '') {
      setErrors({ 'draft.email': t('sharing.viewersEditor.typeEmail') });
      return;
    }
    const next = withDraft();
    if (next !== null) keep(next);
  }

  function keep(next: ListedRow[]): void {
    setRows(next);
    setDraft({ ...EMPTY, end: draft.end, turn: draft.turn + 1 });
    setErrors({});
  }

  return {
    editor: {
      rows,
      draft,
      errors,
      onType: (fields: Partial<ViewerDraft>) => {
        setDraft({ ...draft, ...fields });
        setErrors({});
      },
      onAdd: add,
      onRemove: (place: number) => {
        setRows(rows.filter((_, index) => index !== place));
        setErrors({});
      },
      /** Moves a viewer from the list into the fields, to be added again with another end. */
      onEdit: (place: number) => {
        // Keep the viewer who is being typed.
        const all = withDraft();
        const row = rows[place];
        if (all === null || row === undefined) return;
        setRows(all.filter((_, index) => index !== place));
        setDraft({
          email: row.email,
          end: row.expiresAt === null ? 'never' : 'date',
          date: row.expiresAt === null ? '' : onClock(row.expiresAt),
          turn: draft.turn + 1,
        });
        setErrors({});
      },
    },
    /** Including the viewer who is being typed. */
    count: rows.length + (draft.email.trim() === '' ? 0 : 1),
    /** The list as the server accepts it; null when it has errors, which are then shown. */
    collect: (): Viewer[] | null => {
      const next = withDraft();
      if (next === null) return null;
      const found = validateWith(viewersInput, t)({ viewers: next });
      if (Object.keys(found).length > 0) {
        setErrors(found);
        return null;
      }
      keep(next);
      return viewersInput.parse({ viewers: next }).viewers;
    },
    setErrors,
  };
}
