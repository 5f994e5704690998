import { useTranslations } from 'next-intl';
import { Alert, Anchor, Code, List, Stack, Text } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ZonedTime } from '@/components/zoned-time';
import type { Verification } from '@/reports/verify/verification';
import { VERDICT_WORDS, type Tone } from './verdict-words';

const LOOKS: Record<Tone, { color: string; Icon: Icon }> = {
  good: { color: 'green', Icon: IconCircleCheck },
  wait: { color: 'blue', Icon: IconClock },
  bad: { color: 'red', Icon: IconCircleX },
  open: { color: 'yellow', Icon: IconHelpCircle },
};

interface VerdictProps {
  fileName: string;
  verification: Verification;
}

/** The answer about one file: the verdict in words, then the three questions with what proves each. */
export function Verdict({ fileName, verification }: VerdictProps) {
  const words = VERDICT_WORDS[verification.outcome];
  const { color, Icon } = LOOKS[words.tone];
  return (
    <Alert color={color} icon={<Icon aria-hidden="true" />} title={words.title} role="status">
      <Stack gap="sm">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {fileName}
        </Text>
        <Text size="sm">{words.text}</Text>
        {'issuer' in verification && <Proof proof={verification} />}
        <Text size="sm">{words.advice}</Text>
      </Stack>
    </Alert>
  );
}

function Proof({ proof }: { proof: Extract<Verification, { issuer: string }> }) {
  const t = useTranslations();
  const { chain, addedBlock, addedAt, confirmations, required } = proof;
  return (
    <List size="sm" spacing="xs" listStyleType="none" withPadding={false}>
      <Answer question={t('reports.verdict.isItOriginal')}>
        Yes. Its fingerprint was added to {chain.name} in{' '}
        <BlockLink chain={chain} block={addedBlock} />, <ZonedTime at={addedAt} />
        {confirmations < required && ` (${confirmations} of ${required} confirmations)`}.
      </Answer>
      <Answer question={t('reports.verdict.whoIssuedIt')}>
        Signed with the key <Code style={{ overflowWrap: 'anywhere' }}>{proof.issuer}</Code>,{' '}
        {proof.issuerIsOurs
          ? 'the one with which this MedAnchor signs for its doctors.'
          : 'which the contract accepted as an issuer’s. It is not the one with which this MedAnchor signs now.'}
      </Answer>
      <Answer question={t('reports.verdict.isItStillValid')}>
        {proof.outcome === 'distrusted' ? (
          t('reports.verdict.noTheKeyThatSignedIt')
        ) : 'endedAt' in proof ? (
          <>
            No, since <ZonedTime at={proof.endedAt} />.
            {!proof.onChain && ' The blockchain will show it in a few minutes.'}
          </>
        ) : (
          t('reports.verdict.yesAtThisMoment')
        )}
      </Answer>
    </List>
  );
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  return (
    <List.Item>
      <Text span fw={600} size="sm">
        {question}
      </Text>{' '}
      {children}
    </List.Item>
  );
}

function BlockLink({ chain, block }: { chain: Verification['chain']; block: number }) {
  const t = useTranslations();
  if (chain.explorerUrl === null) return <>{t('reports.verdict.block', { block })}</>;
  return (
    <Anchor
      href={`${chain.explorerUrl}/block/${block}`}
      target="_blank"
      rel="noreferrer"
      size="sm"
      underline="always"
    >
      {t('reports.verdict.block', { block })}
    </Anchor>
  );
}
