'use client';

import type { SelectProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { callApi, problemMessage } from '@/platform/http/call-api';

const PAUSE_MS = 250;

/** Why the list is empty, or that it is not. */
type Search = 'too-short' | 'searching' | 'found' | { failure: string };

/** What the field looks like. */
export type PersonField = Pick<
  SelectProps,
  | 'label'
  | 'description'
  | 'placeholder'
  | 'required'
  | 'error'
  | 'leftSection'
  | 'rightSection'
  | 'flex'
  | 'maw'
>;

export interface PersonSearch<T> {
  /** The route that finds candidates by a part of a name. */
  path: string;
  /** Loads what checks its answer. */
  loadCandidates: () => Promise<z.ZodType<T[]>>;
  /** The picked one. */
  picked: T | null;
  /** From which letter on it is worth asking. */
  minLetters: number;
  /** Shown before it. */
  tooShort: string;
  /** Shown when no candidate matches. */
  noneFound: string;
}

/** What was typed, and who was found by it. */
export interface FoundPeople<T> {
  typed: string;
  candidates: T[];
  type: (name: string) => void;
  /** Shown in the empty list. */
  nothingFound: string;
}

/** Finds people by what is typed; the name travels in a request's body, never in an address. */
export function usePersonSearch<T extends { accountId: string; name: string }>(
  settings: PersonSearch<T>,
): FoundPeople<T> {
  const t = useTranslations();
  const { path, loadCandidates, picked, minLetters, tooShort, noneFound } = settings;
  const [typed, setTyped] = useState(picked?.name ?? '');
  const [candidates, setCandidates] = useState<T[]>(picked === null ? [] : [picked]);
  const [search, setSearch] = useState<Search>('too-short');
  const newest = useRef('');

  const find = useDebouncedCallback(async (name: string) => {
    try {
      const found = await callApi('POST', path, loadCandidates, { name });
      // An answer to what was typed before must not replace a newer one.
      if (newest.current !== name) return;
      setCandidates(found);
      setSearch('found');
    } catch (failure) {
      if (newest.current !== name) return;
      // People of an earlier search must not stand under this one's words, nor hide why it failed.
      setCandidates([]);
      setSearch({ failure: problemMessage(failure, t) });
    }
  }, PAUSE_MS);

  return {
    typed,
    candidates,
    type: (name: string) => {
      setTyped(name);
      newest.current = name.trim();
      if (name === picked?.name) return;
      if (newest.current.length < lettersNeeded(newest.current, minLetters)) {
        setCandidates(picked === null ? [] : [picked]);
        setSearch('too-short');
        return;
      }
      setSearch('searching');
      find(newest.current);
    },
    nothingFound:
      search === 'too-short'
        ? tooShort
        : search === 'searching'
          ? t('components.personSelect.searching')
          : search === 'found'
            ? noneFound
            : search.failure,
  };
}

/** Of scripts that write a syllable or a word in one character, two are as much as three letters elsewhere. */
function lettersNeeded(typed: string, minLetters: number): number {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(typed)
    ? Math.min(minLetters, 2)
    : minLetters;
}
