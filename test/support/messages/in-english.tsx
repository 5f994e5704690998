import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CATALOGUES, type AppLocale } from '@/messages/catalogues';

/** Wraps a component in what it needs to find its English sentences. */
export function InEnglish({ children }: { children: ReactNode }) {
  return <InLanguage locale="en">{children}</InLanguage>;
}

function InLanguage({ locale, children }: { locale: AppLocale; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={CATALOGUES[locale]} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

/** Renders a component to HTML with its English sentences. */
export function renderInEnglish(component: ReactNode): string {
  return renderIn('en', component);
}

/** Renders a component to HTML with its sentences in a language. */
export function renderIn(locale: AppLocale, component: ReactNode): string {
  return renderToStaticMarkup(<InLanguage locale={locale}>{component}</InLanguage>);
}
