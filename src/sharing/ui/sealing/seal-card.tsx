import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconRosetteDiscountCheck, IconWallet, IconX } from '@tabler/icons-react';
import { LinkButton } from '@/components/link-button';

interface SealCardProps {
  reportId: string;
  /** Whether the account has a wallet. */
  hasWallet: boolean;
  /** Why the last attempt came to nothing. */
  lastFailure: string | null;
}

/** What sealing an approved report is good for, and the way to it. */
export function SealCard({ reportId, hasWallet, lastFailure }: SealCardProps) {
  return (
    <Card component="section" aria-labelledby="seal">
      <Stack gap="md" align="flex-start">
        <Title order={2} id="seal">
          Seal this report
        </Title>
        {lastFailure !== null && (
          <Alert
            color="red"
            w="100%"
            icon={<IconX aria-hidden="true" />}
            title="Your last attempt failed"
          >
            {lastFailure}
          </Alert>
        )}
        <Text>
          Sealing puts a fingerprint of the report on the blockchain. From then on nobody can alter
          it, and the people you choose can see it.
          {!hasWallet && ' For that you need a wallet, and your account has none yet.'}
        </Text>
        {hasWallet ? (
          <LinkButton
            href={`/patient/seal?report=${reportId}`}
            size="md"
            leftSection={<IconRosetteDiscountCheck size={20} aria-hidden="true" />}
          >
            {lastFailure === null ? 'Seal this report' : 'Try again'}
          </LinkButton>
        ) : (
          <LinkButton
            href="/patient/wallet"
            size="md"
            leftSection={<IconWallet size={20} aria-hidden="true" />}
          >
            Connect my wallet
          </LinkButton>
        )}
      </Stack>
    </Card>
  );
}
