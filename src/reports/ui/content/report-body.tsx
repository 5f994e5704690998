import { useTranslations } from 'next-intl';
import { Stack, Text, Title } from '@mantine/core';
import type { ReportContent } from '../../content/report-content';
import { formatMoment } from '@/reports/documents/format-time';
import { BloodPressureBody } from './blood-pressure-body';
import { Covid19Body } from './covid-19-body';
import classes from './report-body.module.css';

/**
 * What a report says, the result first and large: for its patient, its doctor and its guests alike. Its dates
 * stand as in its PDF, on the clinic's clock: whoever holds both must not wonder which is right.
 */
export function ReportBody({ content }: { content: ReportContent }) {
  const t = useTranslations();
  const { findings, remarks, issuedAt } = content;
  return (
    <Stack
      component="section"
      gap="lg"
      aria-label={t('reports.reportBody.whatTheReportSays')}
      className={classes['body'] ?? ''}
    >
      {findings.kind === 'BLOOD_PRESSURE' ? (
        <BloodPressureBody findings={findings} />
      ) : (
        <Covid19Body findings={findings} identity={content.patient.identity} />
      )}
      {remarks !== '' && (
        <div>
          <Title order={2} size="h3">
            {t('reports.reportBody.remarks')}
          </Title>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{remarks}</Text>
        </div>
      )}
      <Text size="sm" c="dimmed">
        {t('reports.reportBody.issuedMoment', { moment: formatMoment(issuedAt) })}
      </Text>
    </Stack>
  );
}
