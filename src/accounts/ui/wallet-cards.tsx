import { useTranslations } from 'next-intl';
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconHistory, IconWallet } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { EmptyState } from '@/components/feedback/empty-state';
import { ZonedTime } from '@/components/zoned-time';
import type { BoundWallet } from '@/accounts/wallets/list-wallets';

/** The wallets of an account: the one in use and those of before. */
export function WalletCards({ wallets }: { wallets: BoundWallet[] }) {
  const t = useTranslations();
  const former = wallets.filter(({ releasedAt }) => releasedAt !== null);
  const bound = wallets.find(({ releasedAt }) => releasedAt === null);
  return (
    <>
      {bound === undefined ? (
        <EmptyState icon={<IconWallet size={26} />} title={t('accounts.walletCards.noneTitle')}>
          {t('accounts.walletCards.none')}
        </EmptyState>
      ) : (
        <Card component="section" aria-label={t('accounts.walletCards.yourWallet')}>
          <WalletRow wallet={bound} />
        </Card>
      )}
      {former.length > 0 && (
        <Card component="section" aria-labelledby="former">
          <Stack gap="md">
            <Title order={2} size="h3" id="former">
              {t('accounts.walletCards.formerWallets')}
            </Title>
            {former.map((wallet) => (
              <WalletRow key={wallet.address} wallet={wallet} />
            ))}
          </Stack>
        </Card>
      )}
    </>
  );
}

function WalletRow({ wallet: { address, boundAt, releasedAt } }: { wallet: BoundWallet }) {
  const t = useTranslations();
  const start = () => <ZonedTime at={boundAt.toISOString()} />;
  return (
    <Stack gap={6}>
      <Group gap="sm">
        {releasedAt === null ? (
          <Badge color="green" leftSection={<IconCheck size={14} aria-hidden="true" />}>
            {t('accounts.walletCards.connected')}
          </Badge>
        ) : (
          <Badge color="gray" leftSection={<IconHistory size={14} aria-hidden="true" />}>
            {t('accounts.walletCards.former')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {releasedAt === null
            ? t.rich('accounts.walletCards.since', { start })
            : t.rich('accounts.walletCards.sinceUntil', {
                start,
                end: () => <ZonedTime at={releasedAt.toISOString()} />,
              })}
        </Text>
      </Group>
      <Copyable name={t('accounts.walletCards.address')} text={address} />
    </Stack>
  );
}
