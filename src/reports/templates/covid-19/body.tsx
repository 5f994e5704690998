import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { Fact, FactList } from '@/components/fact-list';
import { formatDay, formatMoment } from '@/platform/time/format-time';
import classes from '../body.module.css';
import type { BodyProps } from '../body-props';
import type { Covid19Content } from './content';

/** A COVID-19 result in words, then how, when and why it was tested. */
export function Covid19Body({ findings, identity }: BodyProps<Covid19Content>) {
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
          {t('templates.fields.collectedAndExamined', {
            moment: formatMoment(collectedAt, t),
            day: formatDay(examinedOn, t),
          })}
        </Text>
      </div>
      <FactList columns={2}>
        {identity !== null && <Fact name={identity.label}>{identity.number}</Fact>}
        <Stated name={t('templates.fields.specimen')}>{specimen}</Stated>
        <Stated name={t('templates.covid19.collectionLabel')}>{collection}</Stated>
        <Stated name={t('templates.covid19.methodLabel')}>{method}</Stated>
        <Stated name={t('templates.covid19.reasonForTesting')}>{reason}</Stated>
        <Stated name={t('templates.covid19.symptoms')}>{symptoms.join(', ')}</Stated>
      </FactList>
    </>
  );
}

/** A fact that the report states; nothing where it is silent. */
function Stated({ name, children }: { name: string; children: string }) {
  return children === '' ? null : <Fact name={name}>{children}</Fact>;
}
