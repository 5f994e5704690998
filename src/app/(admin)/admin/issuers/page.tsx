import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX, IconSignature } from '@tabler/icons-react';
import type { Metadata } from 'next';
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

export const metadata: Metadata = { title: 'Issuers' };

export default async function IssuersPage() {
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
      <PageHeader
        title="Issuers"
        lead="The keys that may sign reports for the clinics. You change them with your own wallet: the server holds no key for it."
      />
      {found === null ? (
        <Alert
          color="yellow"
          icon={<IconPlugConnectedX aria-hidden="true" />}
          title="The blockchain cannot be asked now"
        >
          Only the contract knows who may sign. Reload the page in a moment.
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
  const chain = readChainProfile();
  return (
    <Stack gap="lg">
      {!ours.accepted && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title="The contract does not accept this server’s signature"
        >
          This server signs with {ours.address}, which is no issuer. No patient can add a report
          until it is appointed, or another key is set as ISSUER_PRIVATE_KEY.
        </Alert>
      )}
      {issuers.length === 0 ? (
        <EmptyState icon={<IconSignature size={26} />} title="No issuer is known yet">
          The chain has not been read so far. Issuers appear here as soon as the worker has.
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
