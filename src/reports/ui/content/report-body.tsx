import { useTranslations } from 'next-intl';
import { createElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { ReportContent } from '../../content/report-content';
import { formatMoment } from '@/platform/time/format-time';
import { TEMPLATE_BODIES } from '../../templates/template-bodies';
import type { Findings } from '../../templates/template-contents';
import classes from '../../templates/body.module.css';

/**
 * A report's content, the result first and large: the same for its patient, its doctor and its guests. Dates are
 * shown as in the PDF, on the clinic's clock, so that the two never differ.
 */
export function ReportBody({ content }: { content: ReportContent }) {
  const t = useTranslations();
  const { findings, remarks, issuedAt, confidentiality } = content;
  return (
    <Stack
      component="section"
      gap="lg"
      aria-label={t('reports.reportBody.whatTheReportSays')}
      className={classes['body'] ?? ''}
    >
      <TestInformation findings={findings} identity={content.patient.identity} />
      {remarks !== '' && (
        <div>
          <Title order={2} size="h3">
            {t('reports.reportBody.remarks')}
          </Title>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{remarks}</Text>
        </div>
      )}
      <div className={classes['origin'] ?? ''}>
        <Text size="sm">
          <strong>{t(`reports.confidentiality.word.${confidentiality}`)}</strong>{' '}
          <span className={classes['why'] ?? ''}>
            {t(`reports.confidentiality.why.${confidentiality}`)}
          </span>
        </Text>
        <Text size="sm" c="dimmed">
          {t('reports.reportBody.issuedMoment', { moment: formatMoment(issuedAt, t) })}
        </Text>
      </div>
    </Stack>
  );
}

function TestInformation<K extends ReportTemplate>({
  findings,
  identity,
}: {
  findings: Findings<K>;
  identity: ReportContent['patient']['identity'];
}) {
  const kind: K = findings.kind;
  return createElement(TEMPLATE_BODIES[kind], { findings, identity });
}
