'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import { useAddress } from '@/components/frame/use-address';
import { readLinkSecret, type LinkPage } from '@/platform/http/link-secret';
import { BrokenLink } from './broken-link';

interface WithLinkSecretProps {
  page: LinkPage;
  /** What the link is for. */
  title: string;
  /** The form for a whole secret. */
  children: (secret: string) => ReactNode;
}

/**
 * Shows a form for the secret of the address as it is now. Another address resets it, so that nothing
 * typed or answered for one link is shown for another; an address without a whole secret has no form.
 */
export function WithLinkSecret({ page, title, children }: WithLinkSecretProps) {
  const t = useTranslations();
  const address = useAddress();
  if (address === null) {
    return (
      <>
        <noscript>{t('accounts.withLinkSecret.needsScripts')}</noscript>
        <PageSkeleton />
      </>
    );
  }
  const link = readLinkSecret(address);
  if (link.state !== 'whole') {
    return <BrokenLink title={title} page={page} damaged={link.state === 'damaged'} />;
  }
  return <Fragment key={link.secret}>{children(link.secret)}</Fragment>;
}
