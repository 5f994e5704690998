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

/** How a verdict looks: never by colour alone. */
type Tone = 'good' | 'wait' | 'bad' | 'open';

const TONES: Record<Verification['outcome'], Tone> = {
  authentic: 'good',
  fresh: 'wait',
  distrusted: 'bad',
  withdrawn: 'bad',
  retracted: 'bad',
  superseded: 'bad',
  altered: 'bad',
  unknown: 'open',
};

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

/** The verdict on one file: in words, then the three questions with the evidence for each. */
export function Verdict({ fileName, verification }: VerdictProps) {
  const t = useTranslations();
  const { outcome } = verification;
  const { color, Icon } = LOOKS[TONES[outcome]];
  return (
    <Alert
      color={color}
      icon={<Icon aria-hidden="true" />}
      title={t(`reports.outcomes.${outcome}.title`)}
      role="status"
    >
      <Stack gap="sm">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {fileName}
        </Text>
        <Text size="sm">{t(`reports.outcomes.${outcome}.text`)}</Text>
        {'issuer' in verification && <Proof proof={verification} />}
        <Text size="sm">{t(`reports.outcomes.${outcome}.advice`)}</Text>
      </Stack>
    </Alert>
  );
}

function Proof({ proof }: { proof: Extract<Verification, { issuer: string }> }) {
  const t = useTranslations();
  const { chain, addedBlock, addedAt, confirmations, required } = proof;
  return (
    <List size="sm" spacing="xs" listStyleType="none" withPadding={false}>
      <Answer question={t('reports.verdict.isOriginalQuestion')}>
        {t.rich(
          confirmations < required
            ? 'reports.verdict.originalUnconfirmed'
            : 'reports.verdict.original',
          {
            chain: chain.name,
            block: () => <BlockLink chain={chain} block={addedBlock} />,
            time: () => <ZonedTime at={addedAt} />,
            confirmations,
            required,
          },
        )}
      </Answer>
      <Answer question={t('reports.verdict.issuerQuestion')}>
        {t.rich(
          proof.issuerIsOurs ? 'reports.verdict.signedByUs' : 'reports.verdict.signedByAnother',
          {
            issuer: proof.issuer,
            key: (chunks) => <Code style={{ overflowWrap: 'anywhere' }}>{chunks}</Code>,
          },
        )}
      </Answer>
      <Answer question={t('reports.verdict.isValidQuestion')}>
        {proof.outcome === 'distrusted' && t('reports.verdict.distrusted')}
        {'endedAt' in proof &&
          t.rich(proof.onChain ? 'reports.verdict.ended' : 'reports.verdict.endedNotOnChain', {
            time: () => <ZonedTime at={proof.endedAt} />,
          })}
        {(proof.outcome === 'authentic' || proof.outcome === 'fresh') && t('reports.verdict.valid')}
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
