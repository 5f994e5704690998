'use client';

import { Anchor, type AnchorProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface TextLinkProps extends AnchorProps {
  href: string;
  /** Not within a sentence: as high as a thumb is wide, on phones. */
  alone?: boolean;
  /** Opens in another tab, so that what was typed on this page stays. */
  target?: '_blank';
  children: ReactNode;
}

/** A link in running text, for server components too. */
export function TextLink({ href, alone = false, children, ...look }: TextLinkProps) {
  return (
    <Anchor
      component={Link}
      href={href}
      underline="always"
      inherit
      data-alone={alone ? true : undefined}
      {...look}
    >
      {children}
    </Anchor>
  );
}
