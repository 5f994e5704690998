'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, type ReactNode } from 'react';
import { cssVariables, theme } from './theme';

/** Theme and notifications for every page. `nonce` is the page's own, for its style elements. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  useEffect(() => {
    // Read by the scroll lock of dialogs when it adds its style element.
    Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, [nonce]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="top-right" />
      {children}
    </MantineProvider>
  );
}
