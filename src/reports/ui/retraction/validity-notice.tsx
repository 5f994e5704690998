import { useTranslations } from 'next-intl';
import { Alert, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconPlugConnectedX,
  IconRosetteDiscountCheckOff,
} from '@tabler/icons-react';
import { TextLink } from '@/components/text-link';
import type { Validity } from '@/reports/retraction/validity-of';

interface ValidityNoticeProps {
  validity: Validity;
  /** Who reads it, and is not spoken of as somebody else. */
  reader: 'patient' | 'doctor';
  doctorName: string | null;
  /** What the doctor gave as the reason; null when none is known. */
  reason: string | null;
  /** The report to be read instead, where its reader may see it. */
  replacedBy: { id: string; code: string } | null;
}

type Because = Extract<Validity, { outcome: 'invalid' }>['because'];

/** Says that a sealed report does not stand any more, or that nobody can say; a valid one says so in its seal. */
export function ValidityNotice(props: ValidityNoticeProps) {
  const t = useTranslations();
  const { validity, reader, doctorName, reason, replacedBy } = props;
  switch (validity.outcome) {
    case 'valid':
      return null;
    case 'invalid':
      return (
        <Alert
          color="gray"
          variant="outline"
          icon={<IconRosetteDiscountCheckOff aria-hidden="true" />}
          title={
            validity.because === 'issuer'
              ? t('reports.validityNotice.noLongerTrusted')
              : t('reports.validityNotice.noLongerValid')
          }
        >
          {sentenceFor(validity.because, reader, doctorName ?? 'Your doctor')}
          {replacedBy !== null && (
            <>
              {' '}
              Read{' '}
              <TextLink href={`/${reader}/reports/${replacedBy.id}`} inherit>
                {t('reports.validityNotice.reportCode', { code: replacedBy.code })}
              </TextLink>{' '}
              instead.
            </>
          )}
          {reason !== null && (
            <Text inherit mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {t('common.reasonReason', { reason })}
            </Text>
          )}
          {validity.onChain === false && (
            <Text inherit mt={4}>
              {t('reports.validityNotice.theBlockchainDoesNotShowIt')}
            </Text>
          )}
          {validity.onChain === null && (
            <Text inherit mt={4}>
              {t('reports.validityNotice.theBlockchainCannotBeAskedNow')}
            </Text>
          )}
        </Alert>
      );
    case 'unknown':
      return (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('reports.validityNotice.notFound')}
        >
          {t('reports.validityNotice.theBlockchainDoesNotKnowThis')}
        </Alert>
      );
    case 'not-asked':
      return (
        <Alert
          color="yellow"
          icon={<IconPlugConnectedX aria-hidden="true" />}
          title={t('reports.validityNotice.validityCouldNotBeChecked')}
        >
          {t('reports.validityNotice.theBlockchainCannotBeAskedNow2')}
        </Alert>
      );
  }
}

function sentenceFor(because: Because, reader: 'patient' | 'doctor', doctorName: string): string {
  const doctor = reader === 'doctor' ? 'You' : doctorName;
  switch (because) {
    case 'withdrawn':
      return reader === 'patient' ? 'You took it back.' : 'The patient took it back.';
    case 'retracted':
      return reader === 'patient'
        ? `${doctor} declared it wrong. Do not rely on what it says.`
        : 'You declared it wrong.';
    case 'superseded':
      return `${doctor} replaced it with another report.`;
    case 'issuer':
      return reader === 'patient'
        ? 'The clinic’s signing key was compromised; this report is no longer trusted. Ask your clinic for a new one.'
        : 'The clinic’s signing key was compromised; this report is no longer trusted. Ask your administrator, and issue it anew.';
  }
}
