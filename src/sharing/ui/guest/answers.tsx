import { Group, Paper, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCertificate, IconCircleCheck, IconFingerprint, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ZonedTime } from '@/components/zoned-time';
import { shortAddress } from '@/registry/short-address';
import type { GuestReport } from '../../guest-report-schema';

/** What a reader must know to trust a report. Had one answer been no, the report would not be shown. */
export function Answers({ report }: { report: GuestReport }) {
  const { proof, doctorName } = report;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} component="section" aria-label="What the blockchain says">
      <Answer Icon={IconFingerprint} question="Untouched?" answer="Yes">
        The file is, bit for bit, the one whose fingerprint is on the blockchain since{' '}
        <ZonedTime at={proof.anchoredAt} />.
      </Answer>
      <Answer Icon={IconCertificate} question="Issued by whom?" answer={doctorName}>
        Attested with the issuer’s key {shortAddress(proof.issuer)}, which the contract accepted.
      </Answer>
      <Answer Icon={IconCircleCheck} question="Still valid?" answer="Yes">
        It has been neither taken back nor replaced. Asked <ZonedTime at={proof.askedAt} />.
      </Answer>
    </SimpleGrid>
  );
}

interface AnswerProps {
  Icon: Icon;
  question: string;
  answer: string;
  children: ReactNode;
}

function Answer({ Icon, question, answer, children }: AnswerProps) {
  return (
    <Paper p="md">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ThemeIcon variant="light" color="green" radius="xl" size={34} aria-hidden="true">
          <Icon size={20} />
        </ThemeIcon>
        <Stack gap={4}>
          <Title order={2} size="h3">
            {question}
          </Title>
          <Text fw={600} c="green" style={{ overflowWrap: 'anywhere' }}>
            {answer}
          </Text>
          <Text size="sm">{children}</Text>
        </Stack>
      </Group>
    </Paper>
  );
}
