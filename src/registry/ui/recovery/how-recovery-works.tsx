import { useTranslations } from 'next-intl';
import { List, ListItem, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What happens after a wallet is reported lost, shown before the form. */
export function HowRecoveryWorks() {
  const t = useTranslations();
  const strong = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <Stack gap="sm">
      <Text>{t('registry.howRecoveryWorks.intro')}</Text>
      <List type="ordered" spacing="xs">
        <ListItem>{t.rich('registry.howRecoveryWorks.connect', { strong })}</ListItem>
        <ListItem>{t.rich('registry.howRecoveryWorks.decision', { strong })}</ListItem>
        <ListItem>{t.rich('registry.howRecoveryWorks.wait', { strong })}</ListItem>
        <ListItem>{t.rich('registry.howRecoveryWorks.finish', { strong })}</ListItem>
      </List>
      <Text>{t('registry.howRecoveryWorks.afterwards')}</Text>
    </Stack>
  );
}
