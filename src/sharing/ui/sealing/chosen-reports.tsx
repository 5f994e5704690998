import { useTranslations } from 'next-intl';
import { List, ListItem, Text } from '@mantine/core';
import { TextLink } from '@/components/text-link';

interface ChosenReportsProps {
  reports: readonly { id: string; code: string; title: string }[];
}

/** The reports that go into one transaction; their names on demand. */
export function ChosenReports({ reports }: ChosenReportsProps) {
  const t = useTranslations();
  return (
    <details>
      <summary style={{ cursor: 'pointer', minHeight: 44, alignContent: 'center' }}>
        {t('sharing.chosenReports.reportsCountReportsSealedTogether', {
          reportsCount: reports.length,
        })}
      </summary>
      <List spacing="xs">
        {reports.map(({ id, code, title }) => (
          <ListItem key={id}>
            <TextLink href={`/patient/reports/${id}`}>{title}</TextLink>, report {code}
          </ListItem>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="xs">
        {t('sharing.chosenReports.oneTransactionSealsAllOfThem')}
      </Text>
    </details>
  );
}
