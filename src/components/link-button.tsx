'use client';

import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { AriaAttributes, ReactNode } from 'react';

interface LinkButtonProps extends ButtonProps, AriaAttributes {
  href: string;
  children: ReactNode;
}

/** A link that looks like a button, for server components too. */
export function LinkButton({ href, children, ...look }: LinkButtonProps) {
  return (
    // A link has no disabled state of its own.
    <Button component={Link} href={href} aria-disabled={look.disabled} {...look}>
      {children}
    </Button>
  );
}
