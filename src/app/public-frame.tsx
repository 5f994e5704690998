import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { currentActor } from '@/accounts/sessions/current-actor';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import { LinkButton } from '@/components/link-button';
import { PortalShell } from '@/components/frame/portal-shell';
import { TextLink } from '@/components/text-link';
import { env } from '@/platform/env';
import { isAppError } from '@/platform/errors';

const NAV = [{ href: '/verify', label: 'Check a report' }];

/** The frame of the pages that need no log-in, and of the answer to an address that is no page. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations();
  // Built without an environment; only a request has one.
  await connection();
  const portal = await ownPortal();
  return (
    <PortalShell
      home="/"
      nav={NAV}
      actions={
        <LinkButton href={portal ?? '/login'} variant="default" size="xs">
          {portal === null ? t('common.logIn') : t('app.publicFrame.myPortal')}
        </LinkButton>
      }
      footer={
        <>
          MedAnchor is free software under the AGPL 3.0. For developers:{' '}
          <TextLink href="/api-docs">{t('app.publicFrame.itsInterface')}</TextLink>.
        </>
      }
      demo={env().DEMO_MODE}
    >
      {children}
    </PortalShell>
  );
}

/** Public pages stay readable when the database does not answer. */
async function ownPortal(): Promise<string | null> {
  try {
    const actor = await currentActor();
    return actor === null ? null : PORTAL_OF[actor.role];
  } catch (error) {
    if (isAppError(error, 'database-unavailable')) return null;
    throw error;
  }
}
