'use client';

import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { CATALOGUES, type AppLocale } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import { Notices } from './notices';
import { themeOf } from './theme';

/**
 * Language, theme and notifications for every page. The sentences come with the page's scripts, which the browser
 * keeps: as a prop they would be sent again with every refresh of a page's data.
 * @param props.nonce the page's own, for its style elements
 */
export function Providers(props: { nonce: string; locale: AppLocale; children: ReactNode }) {
  // A refresh of the page's data comes with a new nonce, while the document keeps its first policy.
  const [nonce] = useState(props.nonce);
  const theme = useMemo(() => themeOf(translatorOf(props.locale)), [props.locale]);
  useEffect(() => {
    // Read by the scroll lock of dialogs when it adds its style element.
    Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, [nonce]);
  return (
    <NextIntlClientProvider
      locale={props.locale}
      messages={CATALOGUES[props.locale]}
      timeZone="UTC"
    >
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        // src/generated/theme.css has them: to compute them was a quarter of what a page's scripts did.
        withCssVariables={false}
        withGlobalClasses={false}
        getStyleNonce={() => nonce}
      >
        <Notices />
        {props.children}
      </MantineProvider>
    </NextIntlClientProvider>
  );
}
