import { Grid, GridCol } from '@mantine/core';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { WaitingBox } from '@/components/feedback/waiting-box';
import { FeeForecastSection } from './fee-forecast-section';
import { FeeNowSection } from './fee-now-section';

export const metadata: Metadata = { title: 'Best day to pay' };

/** All that is known of the price of sealing; the overview says it in one line. */
export default async function FeesPage() {
  const actor = await requirePageActor('PATIENT');
  return (
    <>
      <BackLink href="/patient">My reports</BackLink>
      <PageHeader
        title="Best day to pay"
        lead="What the network takes for sealing a report now, and on the next days."
      />
      <Grid gap="lg">
        <GridCol span={{ base: 12, md: 4 }}>
          <Suspense fallback={<WaitingBox height={190}>Asking for the price…</WaitingBox>}>
            <FeeNowSection />
          </Suspense>
        </GridCol>
        <GridCol span={{ base: 12, md: 8 }}>
          <Suspense fallback={<WaitingBox height={320}>Reading the forecast…</WaitingBox>}>
            <FeeForecastSection actor={actor} />
          </Suspense>
        </GridCol>
      </Grid>
    </>
  );
}
