import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CATALOGUES } from '@/messages/catalogues';

/** Wraps a component in what it needs to find its English sentences. */
export function InEnglish({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={CATALOGUES.en} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

/** Renders a component to HTML with its English sentences. */
export function renderInEnglish(component: ReactNode): string {
  return renderToStaticMarkup(<InEnglish>{component}</InEnglish>);
}
