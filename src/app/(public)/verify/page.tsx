import { useTranslations } from 'next-intl';
import { Container, List, ListItem, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/frame/page-header';
import { VerifyPanel } from '@/reports/ui/verify/verify-panel';

export const metadata: Metadata = { title: 'Check a report' };

/** Anyone may check whether a PDF is an anchored report. */
export default function VerifyPage() {
  const t = useTranslations();
  return (
    <Container size="sm" p={0}>
      <PageHeader
        title={t('app.verify.checkAReport')}
        lead={t('app.verify.findOutWhetherAPDFIs')}
      />
      <Stack gap="xl">
        <VerifyPanel />
        <section aria-labelledby="how">
          <Title order={2} id="how" mb="xs">
            {t('app.verify.howThisWorks')}
          </Title>
          <List size="sm" spacing={4}>
            <ListItem>{t('app.verify.yourBrowserComputesTheFilesSHA')}</ListItem>
            <ListItem>{t('app.verify.theBlockchainIsAskedWhetherA')}</ListItem>
            <ListItem>{t('app.verify.aSingleChangedLetterGivesAnother')}</ListItem>
          </List>
          <Text size="sm" c="dimmed" mt="xs">
            {t('app.verify.theFileIsNeverUploadedOnly')}
          </Text>
        </section>
      </Stack>
    </Container>
  );
}
