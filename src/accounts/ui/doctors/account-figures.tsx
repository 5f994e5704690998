import { useTranslations } from 'next-intl';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Section } from '@/components/section';
import { TextLink } from '@/components/text-link';
import type { AccountCounts as Counts } from '@/accounts/people/count-accounts';

/** How many people there are, and who waits. */
export function AccountFigures({ counts }: { counts: Counts }) {
  const t = useTranslations();
  return (
    <Section title={t('accounts.accountFigures.people')}>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <FigureCard label={t('accounts.accountFigures.patients')} value={counts.patients} />
        <FigureCard label={t('accounts.accountFigures.doctors')} value={counts.doctors} />
        <FigureCard
          label={t('accounts.accountFigures.doctorsWaiting')}
          value={counts.pending}
          hint={
            counts.pending > 0 && (
              <TextLink href="/admin/doctors">{t('accounts.accountFigures.decide')}</TextLink>
            )
          }
        />
        <FigureCard label={t('accounts.accountFigures.suspended')} value={counts.suspended} />
      </SimpleGrid>
    </Section>
  );
}
