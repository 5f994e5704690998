import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { Fact, FactList } from '@/components/fact-list';
import type { ReportContent } from '../../content/report-content';
import { formatDay, formatMoment } from '@/reports/documents/format-time';
import type { Covid19Content } from '../../templates/read-covid-19';
import classes from './report-body.module.css';

interface Covid19BodyProps {
  findings: Covid19Content;
  /** Passport or identity number, for whoever compares the person with it. */
  identity: ReportContent['patient']['identity'];
}

/** A COVID-19 result in words, then how, when and why it was tested. */
export function Covid19Body({ findings, identity }: Covid19BodyProps) {
  const t = useTranslations();
  const { result, resultWord, test, method, specimen, collection } = findings;
  const { collectedAt, examinedOn, reason, symptoms } = findings;
  return (
    <>
      <div>
        <p className={classes['result']} data-result={result}>
          {resultWord}
        </p>
        <p className={classes['word']}>{test}</p>
        <Text c="dimmed">
          {t('reports.covid19Body.specimenCollectedMomentExaminedDay', {
            moment: formatMoment(collectedAt),
            day: formatDay(examinedOn),
          })}
        </Text>
      </div>
      <FactList columns={2}>
        {identity !== null && <Fact name={identity.label}>{identity.number}</Fact>}
        <Stated name="Specimen">{specimen}</Stated>
        <Stated name="Collection">{collection}</Stated>
        <Stated name="Method">{method}</Stated>
        <Stated name={t('reports.covid19Body.reasonForTesting')}>{reason}</Stated>
        <Stated name="Symptoms">{symptoms.join(', ')}</Stated>
      </FactList>
    </>
  );
}

/** A fact that the report states; nothing where it is silent. */
function Stated({ name, children }: { name: string; children: string }) {
  return children === '' ? null : <Fact name={name}>{children}</Fact>;
}
