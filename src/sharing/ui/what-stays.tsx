import { useTranslations } from 'next-intl';
import { List, ListItem, Stack, Text } from '@mantine/core';
import classes from './what-stays.module.css';

/**
 * What sealing leaves on the chain, shown before the wallet is asked (GDPR art. 13; CNIL 2018 and EDPB
 * guidelines 02/2025 on blockchains: no readable personal data, erasure by destroying the key).
 */
export function WhatStays({ reportCount }: { reportCount: number }) {
  const t = useTranslations();
  const several = reportCount > 1;
  return (
    <Stack gap="sm">
      <Text size="lg">
        A fingerprint of {several ? 'each report' : 'the report'} and your wallet’s address stay on
        the public blockchain forever. Nobody can read your {several ? 'reports' : 'report'} from
        them.
      </Text>
      <details>
        <summary className={classes['summary']}>{t('sharing.whatStays.details')}</summary>
        <Stack gap="sm">
          <Text>
            The PDF itself stays with MedAnchor, encrypted. Nobody can delete from the blockchain.
            It will hold{several ? ', once for each report' : ''}:
          </Text>
          <List spacing="xs">
            <ListItem>
              <strong>{t('sharing.whatStays.aFingerprintOfThePDF')}</strong>, which shows later that
              it was not altered. The PDF contains random bytes, so nobody can guess its content
              from the fingerprint.
            </ListItem>
            <ListItem>
              <strong>{t('sharing.whatStays.anEncryptedNote')}</strong>: the report’s name, your and
              your doctor’s name and e-mail address, the date, and where the PDF lies. Without the
              report’s key, which is not on the blockchain, it is unreadable.
            </ListItem>
            <ListItem>
              <strong>{t('sharing.whatStays.oneCodeNumberForEachViewer')}</strong> and when the
              permission ends. It is no e-mail address, and without the key it leads to none.
            </ListItem>
            <ListItem>
              <strong>{t('sharing.whatStays.yourWalletsAddressAndTheTime')}</strong> Everybody can
              see that this wallet sealed something here, but not what.
              {several && ` They can also see that these ${reportCount} were sealed together.`}
            </ListItem>
          </List>
          <Text>{t('sharing.whatStays.whenTheReportsKeyIsErased')}</Text>
        </Stack>
      </details>
    </Stack>
  );
}
