'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { VisuallyHidden } from '@/components/plain/visually-hidden';
import classes from './navigation-progress.module.css';
import { endNavigation, isNavigating, onNavigationChange } from './navigation-state';

/** After that a page is no longer expected: its address led back to this one, or the network gave up. */
const GIVEN_UP_MS = 20_000;

/**
 * A line at the top while another page is fetched. The first page comes whole, without a waiting page before it:
 * its text would be painted only when scripts have replaced that.
 */
export function NavigationProgress() {
  const t = useTranslations();
  const isUnderWay = useSyncExternalStore(onNavigationChange, isNavigating, () => false);
  const pathname = usePathname();
  const query = useSearchParams().toString();
  useEffect(endNavigation, [pathname, query]);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(endNavigation, GIVEN_UP_MS);
    return () => clearTimeout(timer);
  }, [isUnderWay]);
  return (
    <>
      {isUnderWay && <div className={classes['line']} aria-hidden="true" />}
      <VisuallyHidden role="status">
        {isUnderWay ? t('components.navigationProgress.loading') : null}
      </VisuallyHidden>
    </>
  );
}
