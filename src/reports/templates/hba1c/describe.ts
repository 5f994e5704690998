import type { Translate } from '@/messages/translator';
import { formatDay, formatMoment } from '@/platform/time/format-time';
import type { Row } from '@/reports/frame/row';
import { adaCategory, isMisreadInPercent } from './category';
import type { Hba1cForm } from './schema';
import { ngspOf } from './units';

/** A value in both units, e.g. `53 mmol/mol (7.0 %)`. @param ifcc mmol/mol */
export function bothUnits(ifcc: number, t: Translate): string {
  return t('templates.hba1c.value', { ifcc, ngsp: ngspOf(ifcc) });
}

/** The test information of an HbA1c form, without the remarks. */
export function describeHba1c(form: Hba1cForm, t: Translate): Row[] {
  const { result, target } = form.values;
  return [
    { field: 'date', label: t('templates.fields.examined'), value: formatDay(form.date, t) },
    {
      field: 'collectedAt',
      label: t('templates.fields.collected'),
      value: formatMoment(form.collectedAt, t),
    },
    {
      field: 'specimen',
      label: t('templates.fields.specimen'),
      value: t(`templates.hba1c.specimen.${form.specimen}`),
    },
    {
      field: 'values.result',
      label: t('templates.hba1c.name'),
      value: bothUnits(result, t),
      prominent: true,
    },
    {
      field: 'values.result',
      label: t('templates.hba1c.adaRange'),
      value: t(`templates.hba1c.ada.${adaCategory(result)}`),
      prominent: true,
    },
    ...rangeRule(result, t),
    {
      field: 'values.target',
      label: t('templates.hba1c.target'),
      value: target === null ? t('templates.hba1c.noneStated') : targetText(target, t),
    },
    {
      field: 'treatment',
      label: t('templates.hba1c.treatment'),
      value: form.treatment || t('templates.hba1c.noneStated'),
    },
  ];
}

/** Why the range is not that of the percentage, where the two differ. @param ifcc mmol/mol */
function rangeRule(ifcc: number, t: Translate): Row[] {
  if (!isMisreadInPercent(ifcc)) return [];
  return [
    {
      field: 'values.result',
      label: t('templates.hba1c.rangeRule'),
      value: t('templates.hba1c.decidedByIfcc'),
    },
  ];
}

/** A target in both units. @param ifcc mmol/mol */
export function targetText(ifcc: number, t: Translate): string {
  return t('templates.hba1c.atMost', { value: bothUnits(ifcc, t) });
}
