'use client';

import { useTranslations } from 'next-intl';
import { IconBell } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { MOST_COUNTED } from '../most-counted';
import classes from './bell.module.css';
import { useUnread } from './use-unread';

/** Comes with the first opening: most visits do not need it. */
const BellPanel = dynamic(() => import('./bell-panel').then((module) => module.BellPanel), {
  ssr: false,
});

interface BellProps {
  /** How many notifications are unread; MOST_COUNTED for that many and more. */
  unread: number;
  /** The page with all of them. */
  href: string;
}

/**
 * The bell of a portal: a link to the page of all notifications, which opens the newest ones in place. On a phone, and
 * without a script, it is only the link.
 */
export function Bell({ unread: atFirst, href }: BellProps) {
  const t = useTranslations();
  const unread = useUnread(atFirst);
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && frame.current?.contains(target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  function toggle(event: MouseEvent) {
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!isPlain || matchMedia(PHONE).matches) return;
    event.preventDefault();
    setOpen(!isOpen);
  }

  function closeByKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    link.current?.focus();
  }

  function closeWhenLeft({ relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof Node && frame.current?.contains(relatedTarget) !== true) {
      setOpen(false);
    }
  }

  return (
    // The keys and the focus of the link and of what it opens.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} className={classes['frame']} onKeyDown={closeByKey} onBlur={closeWhenLeft}>
      <Link
        ref={link}
        href={href}
        className={classes['bell']}
        aria-label={t('notifications.bell.label', { unread, isMany: isMany(unread) })}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <IconBell size={22} aria-hidden="true" />
        {unread > 0 && (
          <span className={classes['count']} aria-hidden="true">
            {isMany(unread) === 'yes' ? `${MOST_COUNTED - 1}+` : unread}
          </span>
        )}
      </Link>
      {isOpen && <BellPanel href={href} onLeave={() => setOpen(false)} />}
    </div>
  );
}

/** As in the style sheet: there is no room for a panel. */
const PHONE = '(max-width: 48em)';

function isMany(unread: number): 'yes' | 'no' {
  return unread >= MOST_COUNTED ? 'yes' : 'no';
}
