import { Text } from '@mantine/core';
import { ZonedTime } from '@/components/zoned-time';
import type { ReportContent } from '../../content/report-content';
import type { Covid19Content } from '../../templates/read-covid-19';
import classes from './report-body.module.css';

interface Covid19BodyProps {
  findings: Covid19Content;
  /** Passport or identity number, for whoever compares the person with it. */
  identity: ReportContent['patient']['identity'];
}

/** A COVID-19 result in words, then how, when and why it was tested. */
export function Covid19Body({ findings, identity }: Covid19BodyProps) {
  const { result, resultWord, test, method, specimen, collection, collectedAt, reason, symptoms } =
    findings;
  return (
    <>
      <div>
        <p className={classes['result']} data-result={result}>
          {resultWord}
        </p>
        <p className={classes['word']}>{test}</p>
        <Text c="dimmed">
          Specimen collected <ZonedTime at={collectedAt} />
        </Text>
      </div>
      <dl className={classes['facts']}>
        {identity !== null && <Fact name={identity.label} value={identity.number} />}
        <Fact name="Specimen" value={specimen} />
        <Fact name="Collection" value={collection} />
        <Fact name="Method" value={method} />
        <Fact name="Reason for testing" value={reason} />
        <Fact name="Symptoms" value={symptoms.join(', ')} />
      </dl>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
