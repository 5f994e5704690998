import { useTranslations } from 'next-intl';
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

/** Replaces the form when a mailed address arrived without its whole secret. */
export function BrokenLink({ title, page, damaged }: BrokenLinkProps) {
  const t = useTranslations();
  return (
    <AccountCard title={title}>
      {damaged ? (
        <ErrorNotice title={t('accounts.brokenLink.damagedTitle')}>
          {t('accounts.brokenLink.damaged')}
        </ErrorNotice>
      ) : (
        <Text>{t('accounts.brokenLink.openTheMail')}</Text>
      )}
      <PasteLink page={page} />
    </AccountCard>
  );
}
