import { List, ListItem, Text } from '@mantine/core';
import { TextLink } from '@/components/text-link';

interface ChosenReportsProps {
  reports: readonly { id: string; code: string; title: string }[];
}

/** The reports that go into one transaction; their names on demand. */
export function ChosenReports({ reports }: ChosenReportsProps) {
  return (
    <details>
      <summary style={{ cursor: 'pointer', minHeight: 44, alignContent: 'center' }}>
        {reports.length} reports, sealed together
      </summary>
      <List spacing="xs">
        {reports.map(({ id, code, title }) => (
          <ListItem key={id}>
            <TextLink href={`/patient/reports/${id}`}>{title}</TextLink>, report {code}
          </ListItem>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="xs">
        One transaction seals all of them, or none. To show somebody only one of them, add nobody
        here and change that report’s viewers later, or seal it by itself.
      </Text>
    </details>
  );
}
