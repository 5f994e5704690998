import { Box, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconMailOpened, IconStethoscope, IconUserHeart } from '@tabler/icons-react';
import { DoorCard } from '@/components/frame/door-card';
import { LinkButton } from '@/components/link-button';
import { PathOfReport } from './path-of-report';
import { PlainWords } from './plain-words';
import { SealedReport } from './sealed-report';

export default function HomePage() {
  return (
    <Stack gap={56}>
      <Group justify="space-between" wrap="nowrap" gap="xl">
        <Stack gap="sm" maw={640}>
          <Title order={1} fz={{ base: '1.9rem', sm: '2.6rem' }} lh={1.15} lts="-0.02em">
            Medical reports that you share yourself
          </Title>
          <Text fz={{ base: 'md', sm: 'lg' }} c="dimmed">
            Your doctor writes the report, you approve it, and a blockchain keeps its seal. From
            then on nobody can alter it unseen, and only the people you choose can read it.
          </Text>
        </Stack>
        <Box visibleFrom="md">
          <SealedReport />
        </Box>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        <DoorCard icon={<IconUserHeart size={26} />} title="I am a patient">
          <Text>Read your reports, approve them and choose who may see them.</Text>
          <LinkButton href="/login?next=/patient" fullWidth>
            Log in as a patient
          </LinkButton>
          <LinkButton href="/register" variant="default" fullWidth>
            Register as a patient
          </LinkButton>
        </DoorCard>
        <DoorCard icon={<IconStethoscope size={26} />} title="I am a doctor">
          <Text>Write reports, send them to your patients and see what became of them.</Text>
          <LinkButton href="/login?next=/doctor" fullWidth>
            Log in as a doctor
          </LinkButton>
          <LinkButton href="/register?as=doctor" variant="default" fullWidth>
            Register as a doctor
          </LinkButton>
        </DoorCard>
        <DoorCard icon={<IconMailOpened size={26} />} title="A report was shared with me">
          <Text>
            Open the link in the e-mail that you were sent: it leads to the report. You need no
            account, only that mailbox.
          </Text>
          <LinkButton href="/verify" variant="default" fullWidth>
            Check a PDF that I was given
          </LinkButton>
        </DoorCard>
      </SimpleGrid>
      <PathOfReport />
      <PlainWords />
    </Stack>
  );
}
