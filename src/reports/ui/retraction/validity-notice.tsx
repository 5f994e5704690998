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
  /** Who reads the notice. */
  reader: 'patient' | 'doctor';
  doctorName: string | null;
  /** The doctor's reason; null when none is known. */
  reason: string | null;
  /** The report to be read instead, where its reader may see it. */
  replacedBy: { id: string; code: string } | null;
}

/** Shows that a sealed report is not valid, or that this could not be checked. A valid report shows it in its seal. */
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
              ? t('reports.validityNotice.distrustedTitle')
              : t('reports.validityNotice.invalidTitle')
          }
        >
          {t(`reports.validityNotice.${reader}.${validity.because}`, {
            doctor: doctorName ?? t('reports.validityNotice.yourDoctor'),
          })}
          {replacedBy !== null && (
            <>
              {' '}
              {t.rich('reports.validityNotice.readInstead', {
                code: replacedBy.code,
                link: (chunks) => (
                  <TextLink href={`/${reader}/reports/${replacedBy.id}`} inherit>
                    {chunks}
                  </TextLink>
                ),
              })}
            </>
          )}
          {reason !== null && (
            <Text inherit mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {t('common.reasonReason', { reason })}
            </Text>
          )}
          {validity.onChain === false && (
            <Text inherit mt={4}>
              {t('reports.validityNotice.notOnChainYet')}
            </Text>
          )}
          {validity.onChain === null && (
            <Text inherit mt={4}>
              {t('reports.validityNotice.knownWithoutChain')}
            </Text>
          )}
        </Alert>
      );
    case 'unknown':
      return (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('reports.validityNotice.unknownTitle')}
        >
          {t('reports.validityNotice.unknown')}
        </Alert>
      );
    case 'not-asked':
      return (
        <Alert
          color="yellow"
          icon={<IconPlugConnectedX aria-hidden="true" />}
          title={t('reports.validityNotice.notAskedTitle')}
        >
          {t('reports.validityNotice.notAsked')}
        </Alert>
      );
  }
}
