import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import { readOwnNumber } from '@/accounts/people/read-own-number';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { readFactorDueAt } from '@/accounts/factors/read-factor-due-at';
import { FactorDueBanner } from '@/accounts/ui/factors/factor-due-banner';
import { IdleGuard } from '@/accounts/ui/idle-guard';
import { LogOutButton } from '@/accounts/ui/log-out-button';
import { OwnNumber } from '@/accounts/ui/own-number';
import { RememberZone } from '@/accounts/ui/remember-zone';
import { ProofDialog } from '@/accounts/ui/proof-dialog';
import { PortalShell } from '@/components/frame/portal-shell';
import type { NavItem } from '@/components/frame/portal-nav';
import type { Role } from '@/generated/prisma/enums';
import { countUnread } from '@/notifications/count-unread';
import { notificationsPath } from '@/notifications/notice-path';
import { Bell } from '@/notifications/ui/bell';
import { env } from '@/platform/env';

interface PortalProps {
  role: Role;
  nav: readonly NavItem[];
  children: ReactNode;
}

/** The frame of one role's portal; other roles are answered with "not found". */
export async function Portal({ role, nav, children }: PortalProps) {
  const t = await getTranslations();
  const actor = await requirePageActor(role);
  const portal = PORTAL_OF[role];
  const dueAt = await readFactorDueAt(actor);
  const number = role === 'PATIENT' ? await readOwnNumber(actor) : null;
  return (
    <PortalShell
      home={portal}
      nav={nav}
      person={{
        name: actor.displayName,
        role: t(`app.roles.${role}`),
        account: `${portal}/profile`,
      }}
      bell={<Bell unread={await countUnread(actor)} href={notificationsPath(role)} />}
      actions={<LogOutButton />}
      {...(number !== null && { footer: <OwnNumber number={number} /> })}
      demo={env().DEMO_MODE}
    >
      {dueAt !== null && (
        <FactorDueBanner href={`${portal}/security`} dueAt={dueAt.toISOString()} />
      )}
      {children}
      <IdleGuard />
      <RememberZone accountId={actor.accountId} />
      <ProofDialog demo={env().DEMO_MODE} />
    </PortalShell>
  );
}
