import type { Translate } from '@/messages/translator';
import { formatDay, formatMoment } from '@/reports/documents/format-time';
import type { Row } from '../row';
import { adaCategory } from './category';
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
    { field: 'date', label: t('templates.fields.examined'), value: formatDay(form.date) },
    {
      field: 'collectedAt',
      label: t('templates.fields.collected'),
      value: formatMoment(form.collectedAt),
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

/** A target in both units. @param ifcc mmol/mol */
export function targetText(ifcc: number, t: Translate): string {
  return t('templates.hba1c.atMost', { value: bothUnits(ifcc, t) });
}
