import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { Fact, FactList } from '@/components/fact-list';
import { PageHeader } from '@/components/frame/page-header';
import { Stack } from '@/components/plain/stack';
import { SectionCard } from '@/components/section-card';
import { ZonedTime } from '@/components/zoned-time';
import { readRetention } from '@/interop/retention/read-retention';
import { RetentionForm } from '@/interop/ui/retention-form';
import { templateTitle } from '@/reports/templates/templates';
import { PeopleTabs } from '../people-tabs';

export const generateMetadata = pageTitle('app.adminRetention.title');

export default async function RetentionPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const { rules, kept, nextDueAt, underWay, done } = await readRetention(actor);
  return (
    <>
      <PageHeader title={t('app.adminRetention.title')} lead={t('app.adminRetention.lead')} />
      <PeopleTabs here="/admin/retention" />
      <Stack gap="lg" maw={720}>
        {rules.map((rule) => (
          <SectionCard key={rule.kind} id={rule.kind} title={templateTitle(rule.kind, t)}>
            <RetentionForm key={`${rule.keepYears} ${rule.basis}`} rule={rule} />
          </SectionCard>
        ))}
        <SectionCard id="figures" title={t('app.adminRetention.figures')}>
          <FactList>
            <Fact name={t('app.adminRetention.underWay')}>{underWay}</Fact>
            <Fact name={t('app.adminRetention.done')}>{done}</Fact>
            <Fact name={t('app.adminRetention.kept')}>{kept}</Fact>
            {nextDueAt !== null && (
              <Fact name={t('app.adminRetention.nextDue')}>
                <ZonedTime at={nextDueAt} dateOnly />
              </Fact>
            )}
          </FactList>
        </SectionCard>
      </Stack>
    </>
  );
}
