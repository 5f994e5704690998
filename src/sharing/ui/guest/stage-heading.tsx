'use client';

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/**
 * The h1 of the present stage of the page. It takes the focus when it appears, so that a screen reader announces the
 * change; give it another `key` for each stage.
 */
export function StageHeading({ children }: { children: ReactNode }) {
  return (
    <Title order={1} tabIndex={-1} ref={takeFocus} style={{ outline: 'none' }}>
      {children}
    </Title>
  );
}

function takeFocus(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
}
