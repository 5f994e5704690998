'use client';

import { Anchor, type AnchorProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link in running text, for server components too. */
export function TextLink({
  href,
  children,
  ...look
}: AnchorProps & { href: string; children: ReactNode }) {
  return (
    <Anchor component={Link} href={href} underline="always" inherit {...look}>
      {children}
    </Anchor>
  );
}
