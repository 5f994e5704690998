import { useTranslations } from 'next-intl';
import { Box, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconMailOpened, IconStethoscope, IconUserHeart } from '@tabler/icons-react';
import { DoorCard } from '@/components/frame/door-card';
import { LinkButton } from '@/components/link-button';
import { PathOfReport } from './path-of-report';
import { PlainWords } from './plain-words';
import { SealedReport } from './sealed-report';

export default function HomePage() {
  const t = useTranslations();
  return (
    <Stack gap={56}>
      <Group justify="space-between" wrap="nowrap" gap="xl">
        <Stack gap="sm" maw={640}>
          <Title order={1} fz={{ base: '1.9rem', sm: '2.6rem' }} lh={1.15} lts="-0.02em">
            {t('app.page.medicalReportsThatYouShareYourself')}
          </Title>
          <Text fz={{ base: 'md', sm: 'lg' }} c="dimmed">
            {t('app.page.yourDoctorWritesTheReportYou')}
          </Text>
        </Stack>
        <Box visibleFrom="md">
          <SealedReport />
        </Box>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        <DoorCard icon={<IconUserHeart size={26} />} title={t('app.page.iAmAPatient')}>
          <Text>{t('app.page.readYourReportsApproveThemAnd')}</Text>
          <LinkButton href="/login?next=/patient" fullWidth>
            {t('app.page.logInAsAPatient')}
          </LinkButton>
          <LinkButton href="/register" variant="default" fullWidth>
            {t('app.page.registerAsAPatient')}
          </LinkButton>
        </DoorCard>
        <DoorCard icon={<IconStethoscope size={26} />} title={t('app.page.iAmADoctor')}>
          <Text>{t('app.page.writeReportsSendThemToYour')}</Text>
          <LinkButton href="/login?next=/doctor" fullWidth>
            {t('app.page.logInAsADoctor')}
          </LinkButton>
          <LinkButton href="/register?as=doctor" variant="default" fullWidth>
            {t('app.page.registerAsADoctor')}
          </LinkButton>
        </DoorCard>
        <DoorCard icon={<IconMailOpened size={26} />} title={t('app.page.aReportWasSharedWithMe')}>
          <Text>{t('app.page.openTheLinkInTheE')}</Text>
          <LinkButton href="/verify" variant="default" fullWidth>
            {t('app.page.checkAPDFThatIWas')}
          </LinkButton>
        </DoorCard>
      </SimpleGrid>
      <PathOfReport />
      <PlainWords />
    </Stack>
  );
}
