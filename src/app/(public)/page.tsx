import { useTranslations } from 'next-intl';
import { Box, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconMailOpened, IconStethoscope, IconUserHeart } from '@tabler/icons-react';
import { DoorCard } from '@/components/frame/door-card';
import { LinkButton } from '@/components/link-button';
import { PathOfReport } from './path-of-report';
import { PlainWords } from './plain-words';
import { SealedReportDrawing } from './sealed-report-drawing';

export default function HomePage() {
  const t = useTranslations();
  return (
    <Stack gap={56}>
      <Group justify="space-between" wrap="nowrap" gap="xl">
        <Stack gap="sm" maw={640}>
          <Title order={1} fz={{ base: '1.9rem', sm: '2.6rem' }} lh={1.15} lts="-0.02em">
            {t('app.home.title')}
          </Title>
          <Text fz={{ base: 'md', sm: 'lg' }} c="dimmed">
            {t('app.home.lead')}
          </Text>
        </Stack>
        <Box visibleFrom="md">
          <SealedReportDrawing />
        </Box>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        <DoorCard icon={<IconUserHeart size={26} />} title={t('app.home.patient')}>
          <Text>{t('app.home.patientText')}</Text>
          <LinkButton href="/login?next=/patient" fullWidth>
            {t('app.home.logInAsPatient')}
          </LinkButton>
          <LinkButton href="/register" variant="default" fullWidth>
            {t('app.home.registerAsPatient')}
          </LinkButton>
        </DoorCard>
        <DoorCard icon={<IconStethoscope size={26} />} title={t('app.home.doctor')}>
          <Text>{t('app.home.doctorText')}</Text>
          <LinkButton href="/login?next=/doctor" fullWidth>
            {t('app.home.logInAsDoctor')}
          </LinkButton>
          <LinkButton href="/register?as=doctor" variant="default" fullWidth>
            {t('app.home.registerAsDoctor')}
          </LinkButton>
        </DoorCard>
        <DoorCard icon={<IconMailOpened size={26} />} title={t('app.home.guest')}>
          <Text>{t('app.home.guestText')}</Text>
          <LinkButton href="/verify" variant="default" fullWidth>
            {t('app.home.verify')}
          </LinkButton>
        </DoorCard>
      </SimpleGrid>
      <PathOfReport />
      <PlainWords />
    </Stack>
  );
}
