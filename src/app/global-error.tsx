'use client';

import { PageSentences } from '@/generated/browser-messages/shared';
import { CATALOGUES, DEFAULT_LOCALE, type AppLocale } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import { failureSentence } from './failure-sentence';

/** The last resort, when even the frame of the pages failed: no styles of ours, no scripts needed. */
export default function GlobalError({ error }: { error: unknown }) {
  const locale = pageLanguage();
  return (
    <PageSentences locale={locale}>
      <WholePage error={error} locale={locale} />
    </PageSentences>
  );
}

function WholePage({ error, locale }: { error: unknown; locale: AppLocale }) {
  // Beside the providers: their frame is what failed.
  const t = translatorOf(locale);
  return (
    <html lang={t('common.language')}>
      <body style={{ font: '16px/1.6 system-ui, sans-serif', margin: '4rem auto', maxWidth: 520 }}>
        <title>{t('app.globalError.title')}</title>
        <main style={{ padding: '0 1rem' }}>
          <h1>{t('app.globalError.title')}</h1>
          <p>{failureSentence(error, t)}</p>
          <p>
            {/* A whole new load, because the frame itself is broken. */}
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
            <a href="/">{t('app.globalError.tryAgain')}</a>
          </p>
        </main>
      </body>
    </html>
  );
}

/** The language that the server chose for the page. Choosing it here would load the matcher of languages into every page. */
function pageLanguage(): AppLocale {
  const language = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return isAppLocale(language) ? language : DEFAULT_LOCALE;
}

function isAppLocale(text: string): text is AppLocale {
  return Object.hasOwn(CATALOGUES, text);
}
