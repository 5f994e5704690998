import { List, ListItem, Stack, Text } from '@mantine/core';

/** What happens after a wallet is reported lost, told before anything is asked. */
export function HowRecoveryWorks() {
  return (
    <Stack gap="sm">
      <Text>
        Your reports stay where they are, and you can read them here as before. Without the wallet
        you cannot change who may see them. A new wallet can take over:
      </Text>
      <List type="ordered" spacing="xs">
        <ListItem>
          You connect a <strong>new wallet</strong> and confirm with your password and a code by
          e-mail.
        </ListItem>
        <ListItem>
          <strong>An administrator decides</strong>, and may call you first. If they agree, they
          propose it on the blockchain with their own wallet.
        </ListItem>
        <ListItem>
          <strong>Seven days pass</strong>, and you are told by e-mail. Until then the lost wallet
          can stop it, in case somebody else asked in your name. The administrator can, too.
        </ListItem>
        <ListItem>
          Then <strong>you finish it</strong> with the new wallet, by one transaction for the
          network’s fee, within 30 days.
        </ListItem>
      </List>
      <Text>
        From then on the new wallet governs every report of the lost one, forever, and who may see
        them stays as it is. Only the wallet that the proposal names can finish it: compare its
        address when you are told by e-mail.
      </Text>
    </Stack>
  );
}
