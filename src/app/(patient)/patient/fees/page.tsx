import { getTranslations } from 'next-intl/server';
import { Grid, GridCol } from '@mantine/core';
import { pageTitle } from '@/app/page-title';
import { Suspense } from 'react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { WaitingBox } from '@/components/feedback/waiting-box';
import { FeeForecastSection } from './fee-forecast-section';
import { FeeNowSection } from './fee-now-section';

export const generateMetadata = pageTitle('app.patientFees.title');

/** The price of sealing in detail; the overview shows it in one line. */
export default async function FeesPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  return (
    <>
      <BackLink href="/patient">{t('common.myReports')}</BackLink>
      <PageHeader title={t('app.patientFees.title')} lead={t('app.patientFees.lead')} />
      <Grid gap="lg">
        <GridCol span={{ base: 12, md: 4 }}>
          <Suspense
            fallback={<WaitingBox height={190}>{t('common.askingForThePrice')}</WaitingBox>}
          >
            <FeeNowSection />
          </Suspense>
        </GridCol>
        <GridCol span={{ base: 12, md: 8 }}>
          <Suspense
            fallback={
              <WaitingBox height={320}>{t('app.patientFees.readingTheForecast')}</WaitingBox>
            }
          >
            <FeeForecastSection actor={actor} />
          </Suspense>
        </GridCol>
      </Grid>
    </>
  );
}
