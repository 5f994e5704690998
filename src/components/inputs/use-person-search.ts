'use client';

import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { callApi, problemMessage } from '@/platform/http/call-api';

const PAUSE_MS = 250;

/** What the list says when it is empty. */
type Search = 'too-short' | 'searching' | 'found' | { failure: string };

export interface PersonSearch<T> {
  /** The route that finds candidates by a part of a name. */
  path: string;
  candidate: z.ZodType<T>;
  /** The picked one. */
  picked: T | null;
  /** From which letter on it is worth asking. */
  minLetters: number;
  /** What is said before it. */
  tooShort: string;
  /** What is said when nobody is found. */
  nobody: string;
}

/** Finds people by what is typed; the name travels in a request's body, never in an address. */
export function usePersonSearch<T extends { accountId: string; name: string }>(
  settings: PersonSearch<T>,
) {
  const t = useTranslations();
  const { path, candidate, picked, minLetters, tooShort, nobody } = settings;
  const [typed, setTyped] = useState(picked?.name ?? '');
  const [candidates, setCandidates] = useState<T[]>(picked === null ? [] : [picked]);
  const [search, setSearch] = useState<Search>('too-short');
  const newest = useRef('');

  const find = useDebouncedCallback(async (name: string) => {
    try {
      const found = await callApi('POST', path, z.array(candidate), { name });
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
      if (newest.current.length < minLetters) {
        setCandidates(picked === null ? [] : [picked]);
        setSearch('too-short');
        return;
      }
      setSearch('searching');
      find(newest.current);
    },
    /** What the list says while it is empty. */
    nothingFound:
      search === 'too-short'
        ? tooShort
        : search === 'searching'
          ? 'Searching…'
          : search === 'found'
            ? nobody
            : search.failure,
  };
}
