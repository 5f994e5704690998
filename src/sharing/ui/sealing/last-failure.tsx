import { useTranslations } from 'next-intl';
import { Alert, List, ListItem } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import {
  failureSentenceOf,
  type TransactionFailure,
} from '@/registry/contract/transaction-failure';

/** A report that the last attempt should have sealed. */
export interface FailedReport {
  code: string;
  title: string;
  failure: TransactionFailure;
}

/** Why the last attempt failed: report by report where they were several. */
export function LastFailure({ failed }: { failed: readonly FailedReport[] }) {
  const t = useTranslations();
  const [first, ...others] = failed;
  if (first === undefined) return null;
  return (
    <Alert
      color="red"
      w="100%"
      mb="md"
      icon={<IconX aria-hidden="true" />}
      title={t('sharing.lastFailure.title')}
    >
      {others.length === 0 ? (
        failureSentenceOf(first.failure)(t)
      ) : (
        <List>
          {failed.map(({ code, title, failure }) => (
            <ListItem key={code}>
              {t('sharing.lastFailure.report', {
                title,
                code,
                failure: failureSentenceOf(failure)(t),
              })}
            </ListItem>
          ))}
        </List>
      )}
    </Alert>
  );
}
