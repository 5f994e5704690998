import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX, IconSignature } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { isChainAway } from '@/platform/errors';
import { listIssuers } from '@/registry/issuers/list-issuers';
import { readAdministration } from '@/registry/issuers/read-administration';
import { listRoleHolders } from '@/registry/issuers/list-role-holders';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { readFollowerPosition } from '@/registry/follower/read-follower-position';
import { AdministrationCard } from '@/registry/ui/issuers/administration-card';
import { AppointIssuer } from '@/registry/ui/issuers/appoint-issuer';
import { IssuerCard } from '@/registry/ui/issuers/issuer-card';

export const generateMetadata = pageTitle('app.adminIssuers.title');

export default async function IssuersPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const found = await Promise.all([
    listIssuers(actor),
    readAdministration(actor),
    listRoleHolders('ADMIN'),
    readFollowerPosition(),
  ]).catch((error: unknown) => {
    if (isChainAway(error)) return null;
    throw error;
  });
  return (
    <>
      <PageHeader title={t('app.adminIssuers.title')} lead={t('app.adminIssuers.lead')} />
      {found === null ? (
        <Alert
          color="yellow"
          icon={<IconPlugConnectedX aria-hidden="true" />}
          title={t('app.adminIssuers.chainAway')}
        >
          {t('app.adminIssuers.chainAwayHint')}
        </Alert>
      ) : (
        <Found found={found} />
      )}
    </>
  );
}

interface FoundProps {
  found: [
    Awaited<ReturnType<typeof listIssuers>>,
    Awaited<ReturnType<typeof readAdministration>>,
    string[],
    Awaited<ReturnType<typeof readFollowerPosition>>,
  ];
}

function Found({ found: [{ issuers, ours }, administration, holders, position] }: FoundProps) {
  const t = useTranslations();
  const chain = readChainProfile();
  return (
    <Stack gap="lg">
      {!ours.accepted && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('app.adminIssuers.notAccepted')}
        >
          {t('app.adminIssuers.notAcceptedHint', { address: ours.address })}
        </Alert>
      )}
      {issuers.length === 0 ? (
        <EmptyState icon={<IconSignature size={26} />} title={t('app.adminIssuers.none')}>
          {t('app.adminIssuers.noneHint')}
        </EmptyState>
      ) : (
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {issuers.map((issuer) => (
            <IssuerCard
              key={issuer.address}
              issuer={issuer}
              holders={holders}
              head={position.head ?? 0}
              chain={chain}
            />
          ))}
        </Stack>
      )}
      <AppointIssuer holders={holders} chain={chain} />
      <AdministrationCard {...administration} />
    </Stack>
  );
}
