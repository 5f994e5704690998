import './inter.css';
import '@/components/frame/mantine-styles';
import '@/generated/theme.css';
import './globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { CodeWithoutEval } from '@/components/frame/code-without-eval';
import { EarlyActions } from '@/components/frame/early-actions';
import { Providers } from '@/components/frame/providers';
import { PageSentences } from '@/generated/browser-messages/shared';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return {
    title: { default: 'MedAnchor', template: '%s · MedAnchor' },
    description: t('app.layout.description'),
    robots: { index: false, follow: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  const locale = await getLocale();
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
        <CodeWithoutEval nonce={nonce} />
        <EarlyActions nonce={nonce} />
      </head>
      <body>
        <PageSentences locale={locale}>
          <Providers nonce={nonce} locale={locale}>
            {children}
          </Providers>
        </PageSentences>
      </body>
    </html>
  );
}
