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
        {t('sharing.chosenReports.summary', {
          count: reports.length,
        })}
      </summary>
      <List spacing="xs">
        {reports.map(({ id, code, title }) => (
          <ListItem key={id}>
            {t.rich('sharing.chosenReports.report', {
              title,
              code,
              link: (chunks) => <TextLink href={`/patient/reports/${id}`}>{chunks}</TextLink>,
            })}
          </ListItem>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="xs">
        {t('sharing.chosenReports.explanation')}
      </Text>
    </details>
  );
}
