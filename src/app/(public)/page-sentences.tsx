'use client';

import type { ReactNode } from 'react';
import part from '@/generated/browser-messages/public.json';
import { addSentences } from '@/messages/catalogues';

addSentences('en', part);

/** Brings the sentences of these pages to the browser. It stands around them, so that it is there first. */
export function PageSentences({ children }: { children: ReactNode }) {
  return children;
}
