import { useTranslations } from 'next-intl';
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { LinkButton } from '@/components/link-button';
import { ZonedTime } from '@/components/zoned-time';

interface FactorDueBannerProps {
  /** The page where a second factor is set up. */
  href: string;
  /** From when on nothing else opens any more, ISO 8601. */
  dueAt: string;
}

/** Reminds somebody who must have a second factor of setting it up. */
export function FactorDueBanner({ href, dueAt }: FactorDueBannerProps) {
  const t = useTranslations();
  return (
    <Alert
      role="region"
      color="yellow"
      mb="lg"
      icon={<IconShieldLock aria-hidden="true" />}
      title={t('accounts.factorDueBanner.title')}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t.rich('accounts.factorDueBanner.text', { at: () => <ZonedTime at={dueAt} /> })}
        </Text>
        <Group>
          <LinkButton href={href} size="xs">
            {t('accounts.factorDueBanner.setUp')}
          </LinkButton>
        </Group>
      </Stack>
    </Alert>
  );
}
