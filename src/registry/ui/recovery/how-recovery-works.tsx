import { useTranslations } from 'next-intl';
import { List, ListItem, Stack, Text } from '@mantine/core';

/** What happens after a wallet is reported lost, told before anything is asked. */
export function HowRecoveryWorks() {
  const t = useTranslations();
  return (
    <Stack gap="sm">
      <Text>{t('registry.howRecoveryWorks.yourReportsStayWhereTheyAre')}</Text>
      <List type="ordered" spacing="xs">
        <ListItem>
          You connect a <strong>{t('common.newWallet')}</strong> and confirm with your password and
          a code by e-mail.
        </ListItem>
        <ListItem>
          <strong>{t('registry.howRecoveryWorks.anAdministratorDecides')}</strong>, and may call you
          first. If they agree, they propose it on the blockchain with their own wallet.
        </ListItem>
        <ListItem>
          <strong>{t('registry.howRecoveryWorks.sevenDaysPass')}</strong>, and you are told by
          e-mail. Until then the lost wallet can stop it, in case somebody else asked in your name.
          The administrator can, too.
        </ListItem>
        <ListItem>
          Then <strong>{t('registry.howRecoveryWorks.youFinishIt')}</strong> with the new wallet, by
          one transaction for the network’s fee, within 30 days.
        </ListItem>
      </List>
      <Text>{t('registry.howRecoveryWorks.fromThenOnTheNewWallet')}</Text>
    </Stack>
  );
}
