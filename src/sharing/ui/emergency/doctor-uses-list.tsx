import { useTranslations } from 'next-intl';
import { Fact, FactList } from '@/components/fact-list';
import { Section } from '@/components/section';
import type { DoctorUses } from '@/sharing/emergency/emergencies-to-review';

/** How often each doctor used emergency access in the last 30 days. */
export function DoctorUsesList({ uses }: { uses: readonly DoctorUses[] }) {
  const t = useTranslations();
  if (uses.length === 0) return null;
  return (
    <Section title={t('sharing.doctorUses.title')}>
      <FactList columns={2}>
        {uses.map(({ doctorId, name, uses: count, unjustified }) => (
          <Fact key={doctorId} name={name}>
            {t('sharing.doctorUses.count', { count, unjustified })}
          </Fact>
        ))}
      </FactList>
    </Section>
  );
}
