import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { Fact, FactList } from '@/components/fact-list';
import { formatMoment } from '@/platform/time/format-time';
import classes from '../body.module.css';
import type { BodyProps } from '../body-props';
import { isMisreadInPercent } from './category';
import type { Hba1cContent } from './content';
import { targetText } from './describe';

/** The value in both units with its range, then the target, the treatment and the specimen. */
export function Hba1cBody({ findings }: BodyProps<Hba1cContent>) {
  const t = useTranslations();
  const { ifcc, ngsp, categoryWord, target, treatment, specimen, collectedAt, note } = findings;
  return (
    <>
      <div>
        <p className={classes['result']}>
          {t('templates.hba1c.ifcc', { ifcc })}{' '}
          <span className={classes['unit']}>{t('templates.hba1c.ngsp', { ngsp })}</span>
        </p>
        <p className={classes['word']}>{categoryWord}</p>
        {isMisreadInPercent(ifcc) && <Text>{t('templates.hba1c.decidedByIfcc')}</Text>}
        <Text c="dimmed">
          {t('templates.hba1c.collectedAt', { moment: formatMoment(collectedAt, t) })}
        </Text>
      </div>
      <FactList columns={2}>
        <Fact name={t('templates.hba1c.target')}>
          {target === null ? t('templates.hba1c.noneStated') : targetText(target, t)}
        </Fact>
        <Fact name={t('templates.fields.specimen')}>{specimen}</Fact>
        <Fact name={t('templates.hba1c.treatment')}>
          {treatment === '' ? t('templates.hba1c.noneStated') : treatment}
        </Fact>
      </FactList>
      <Text>{note}</Text>
    </>
  );
}
