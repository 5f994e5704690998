import { useTranslations } from 'next-intl';
import {
  Table,
  TableCaption,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import type { ReadyForecast } from '../answer/forecast-answer';
import { savedText } from './saving-text';

interface RuleTableProps {
  record: NonNullable<ReadyForecast['record']>;
}

/** What the advice and each simple rule saved lately; forecasts of earlier versions know no rules. */
export function RuleTable({ record: { origins, savedPercent, rules } }: RuleTableProps) {
  const t = useTranslations();
  if (rules.length === 0) return null;
  return (
    <Table fz="sm" verticalSpacing={6} horizontalSpacing={4} captionSide="bottom">
      <TableCaption ta="left" fz="xs">
        {t('forecast.ruleTable.caption', { origins })}
      </TableCaption>
      <TableThead>
        <TableTr>
          <TableTh scope="col">{t('forecast.ruleTable.rule')}</TableTh>
          <TableTh scope="col">{t('forecast.ruleTable.saved')}</TableTh>
        </TableTr>
      </TableThead>
      <TableTbody>
        <TableTr>
          <TableTh scope="row">{t('forecast.ruleTable.ourAdvice')}</TableTh>
          <TableTd fw={600}>{savedText(savedPercent, t)}</TableTd>
        </TableTr>
        {rules.map(({ name, savedPercent: saved }) => (
          <TableTr key={name}>
            <TableTh scope="row" fw={400}>
              {t(`forecast.ruleTable.rules.${name}`)}
            </TableTh>
            <TableTd>{savedText(saved, t)}</TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}
