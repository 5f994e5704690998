import { useTranslations } from 'next-intl';
import { Group } from '@/components/plain/group';
import { Paper } from '@/components/plain/paper';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Text } from '@/components/plain/text';
import { Section } from '@/components/section';
import { StateBadge } from '@/components/feedback/state-badge';
import { ReportState } from '@/generated/prisma/enums';

/** How many reports are in each state. */
export function ReportFigures({ counts }: { counts: Record<ReportState, number> }) {
  const t = useTranslations();
  return (
    <Section title={t('reports.reportFigures.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs">
        {Object.values(ReportState).map((state) => (
          <Paper key={state} px="md" py="xs">
            <Group justify="space-between" wrap="nowrap">
              <StateBadge state={state} />
              <Text fw={640}>{counts[state]}</Text>
            </Group>
          </Paper>
        ))}
      </SimpleGrid>
    </Section>
  );
}
