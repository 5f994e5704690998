'use client';

import type { MouseEvent, ReactNode } from 'react';

interface SkipLinkProps {
  /** The id of what it leads to. */
  to: string;
  className: string | undefined;
  children: ReactNode;
}

/**
 * Leads the keyboard past the header. It leaves the address as it is: a mailed link carries its secret in
 * the fragment.
 */
export function SkipLink({ to, className, children }: SkipLinkProps) {
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(to)?.focus();
  };
  return (
    <a href={`#${to}`} className={className} onClick={skip}>
      {children}
    </a>
  );
}
