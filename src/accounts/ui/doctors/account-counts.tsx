import { SimpleGrid } from '@mantine/core';
import { FigureCard } from '@/components/figure-card';
import { Section } from '@/components/section';
import { TextLink } from '@/components/text-link';
import type { AccountCounts as Counts } from '@/accounts/people/count-accounts';

/** How many people there are, and who waits. */
export function AccountCounts({ counts }: { counts: Counts }) {
  return (
    <Section title="People">
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <FigureCard label="Patients" value={counts.patients} />
        <FigureCard label="Doctors" value={counts.doctors} />
        <FigureCard
          label="Doctors waiting"
          value={counts.pending}
          hint={counts.pending > 0 && <TextLink href="/admin/doctors">Decide</TextLink>}
        />
        <FigureCard label="Suspended" value={counts.suspended} />
      </SimpleGrid>
    </Section>
  );
}
