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

/** The frame of the pages that need no log-in, and of the answer to an address that is no page. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations();
  // Built without an environment; only a request has one.
  await connection();
  const portal = await ownPortal();
  return (
    <PortalShell
      home="/"
      nav={[{ href: '/verify', label: t('app.verify.title') }]}
      actions={
        <LinkButton href={portal ?? '/login'} variant="default" size="xs">
          {portal === null ? t('common.logIn') : t('app.publicFrame.myPortal')}
        </LinkButton>
      }
      footer={t.rich('app.publicFrame.footer', {
        docs: (chunks) => <TextLink href="/api-docs">{chunks}</TextLink>,
      })}
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
