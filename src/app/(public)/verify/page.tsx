import { useTranslations } from 'next-intl';
import { Container, List, ListItem, Stack, Text, Title } from '@mantine/core';
import { pageTitle } from '@/app/page-title';
import { PageHeader } from '@/components/frame/page-header';
import { VerifyPanel } from '@/reports/ui/verify/verify-panel';

export const generateMetadata = pageTitle('app.verify.title');

/** Anyone may check whether a PDF is an anchored report. */
export default function VerifyPage() {
  const t = useTranslations();
  return (
    <Container size="sm" p={0}>
      <PageHeader title={t('app.verify.title')} lead={t('app.verify.lead')} />
      <Stack gap="xl">
        <VerifyPanel />
        <section aria-labelledby="how">
          <Title order={2} id="how" mb="xs">
            {t('app.verify.howThisWorks')}
          </Title>
          <List size="sm" spacing={4}>
            <ListItem>{t('app.verify.fingerprint')}</ListItem>
            <ListItem>{t('app.verify.chainAnswers')}</ListItem>
            <ListItem>{t('app.verify.fingerprintChanges')}</ListItem>
          </List>
          <Text size="sm" c="dimmed" mt="xs">
            {t('app.verify.neverUploaded')}
          </Text>
        </section>
      </Stack>
    </Container>
  );
}
