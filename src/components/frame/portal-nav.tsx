'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import classes from './portal-shell.module.css';

/** A place in a portal. */
export interface NavItem {
  href: string;
  label: string;
  /** Addresses of further pages of this place. */
  also?: readonly string[];
  /** Decoration; the label is what is read aloud. */
  icon?: ReactNode;
}

/** The places of a portal; the deepest one that holds the present page is marked. */
export function PortalNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  const pathname = usePathname();
  const current = items
    .filter(({ href, also = [] }) =>
      [href, ...also].some((place) => pathname === place || pathname.startsWith(`${place}/`)),
    )
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav
      className={classes['nav']}
      aria-label={label}
      data-alone={items.length === 1 ? true : undefined}
    >
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          className={classes['link']}
          aria-current={item === current ? 'page' : undefined}
        >
          {item.icon}
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
