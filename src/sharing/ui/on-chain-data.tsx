import { useTranslations } from 'next-intl';
import { List, ListItem, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './on-chain-data.module.css';

const strong = (chunks: ReactNode) => <strong>{chunks}</strong>;

/**
 * What sealing writes to the chain, shown before the wallet opens (GDPR art. 13; CNIL 2018 and EDPB
 * guidelines 02/2025 on blockchains: no readable personal data, erasure by destroying the key).
 */
export function OnChainData({ reportCount: count }: { reportCount: number }) {
  const t = useTranslations();
  return (
    <Stack gap="sm">
      <Text size="lg">{t('sharing.onChainData.summary', { count })}</Text>
      <details>
        <summary className={classes['summary']}>{t('sharing.onChainData.details')}</summary>
        <Stack gap="sm">
          <Text>{t('sharing.onChainData.intro', { count })}</Text>
          <List spacing="xs">
            <ListItem>{t.rich('sharing.onChainData.fingerprint', { strong })}</ListItem>
            <ListItem>{t.rich('sharing.onChainData.note', { strong })}</ListItem>
            <ListItem>{t.rich('sharing.onChainData.viewerCodes', { strong })}</ListItem>
            <ListItem>{t.rich('sharing.onChainData.wallet', { strong, count })}</ListItem>
          </List>
          <Text>{t('sharing.onChainData.erasure')}</Text>
        </Stack>
      </details>
    </Stack>
  );
}
