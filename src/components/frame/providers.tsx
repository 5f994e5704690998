'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState, type ReactNode } from 'react';
import { cssVariables, theme } from './theme';

/** Theme and notifications for every page. `nonce` is the page's own, for its style elements. */
export function Providers(props: { nonce: string; children: ReactNode }) {
  // A refresh of the page's data comes with a new nonce, while the document keeps its first policy.
  const [nonce] = useState(props.nonce);
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
      {props.children}
    </MantineProvider>
  );
}
