import { Text } from '@mantine/core';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { PasteLink } from '@/components/inputs/paste-link';
import type { LinkPage } from '@/platform/http/link-secret';
import { AccountCard } from '@/accounts/ui/doctors/account-card';

interface BrokenLinkProps {
  /** What the link was for. */
  title: string;
  page: LinkPage;
  /** Whether a part of the address arrived; otherwise nothing did. */
  damaged: boolean;
}

/** Stands in the place of the form when a mailed address arrived without its whole secret. */
export function BrokenLink({ title, page, damaged }: BrokenLinkProps) {
  return (
    <AccountCard title={title}>
      {damaged ? (
        <ErrorNotice title="This address is damaged">
          A part of it is missing or was changed on the way. Nothing was done. Open the mail again
          and press its button.
        </ErrorNotice>
      ) : (
        <Text>Open the mail that we sent you and press its button: it leads here.</Text>
      )}
      <PasteLink page={page} />
    </AccountCard>
  );
}
