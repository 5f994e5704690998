'use client';

import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { useTranslations } from 'next-intl';
import { validateWith } from '@/components/inputs/validate-with';
import type { DataClass } from '@/audit/policy/data-class';
import type { PickedPatient } from '@/accounts/people/patient-marks';
import type { ApiProblem } from '@/platform/http/call-api';
import type { CommonForm } from '@/reports/templates/define-template';
import { lateSchema } from './late-schema';
import { useDraftSaving, type DraftSaving } from './use-draft-saving';

/** One draft being written, whatever its template. */
export interface Draft<F extends CommonForm> {
  reportId: string;
  form: UseFormReturnType<F>;
  patient: PickedPatient | null;
  pickPatient: (patient: PickedPatient | null) => void;
  /** The class of its kind: it can be raised. */
  lowestClass: DataClass;
  /** Sentences about what is typed, possible but unusual. */
  unusual: string[];
  /** Whether exactly these sentences were confirmed. */
  confirmed: boolean;
  confirm: (yes: boolean) => void;
  saving: DraftSaving;
  /** Fetches what checks the form, before it is needed. */
  prepareCheck: () => void;
  /** Shows every error and goes to the first; true when there is none. @throws ApiProblem when it cannot check */
  check: () => Promise<boolean>;
  /** Shows the server's errors beside the fields; false when it is not only about fields of the form. */
  refuse: (problem: ApiProblem, options: { goThere: boolean }) => boolean;
  /** How often errors were looked for: each time, the keyboard goes to the first one. */
  checks: number;
}

interface DraftSettings<F extends CommonForm> {
  reportId: string;
  updatedAt: string;
  patient: PickedPatient | null;
  form: F;
  /** Loads the schema of the complete form. */
  loadSchema: () => Promise<z.ZodType>;
  /** How confidential its kind is at least. */
  lowestClass: DataClass;
  unusual: (form: F) => string[];
}

/** Holds one draft: its form, its patient, its errors, and its saving. */
export function useDraft<F extends CommonForm>(settings: DraftSettings<F>): Draft<F> {
  const { reportId, loadSchema } = settings;
  const t = useTranslations();
  const schema = useMemo(() => lateSchema(loadSchema), [loadSchema]);
  const ask = (values: F) => settings.unusual(values).join('\n');
  const [patient, setPatient] = useState(settings.patient);
  // The very sentences that were confirmed: when others are asked, nothing is confirmed any more.
  const [confirmedText, setConfirmedText] = useState(
    settings.form.confirmedUnusual ? ask(settings.form) : null,
  );
  const [checks, setChecks] = useState(0);
  const saving = useDraftSaving(reportId, settings.updatedAt);

  const withConfirmation = (values: F, text = confirmedText): F => ({
    ...values,
    confirmedUnusual: text !== null && text === ask(values),
  });
  const faults = (values: F): Record<string, string> => {
    const present = schema.present();
    return present === null ? {} : validateWith(present, t)(values);
  };
  const form = useForm<F>({
    initialValues: settings.form,
    validate: (values) => ({
      ...faults(withConfirmation(values)),
      ...(patient === null ? { patientId: t('reports.composeDocument.choosePatient') } : {}),
    }),
    // A field that is left before the schema is there is checked once it is.
    enhanceGetInputProps: ({ field, form }) => ({
      onBlur: () => {
        schema.load().then(
          () => form.validateField(field),
          // Sending checks again, and says why it cannot.
          () => undefined,
        );
      },
    }),
    onValuesChange: (values) => {
      saving.saver.change({
        patientId: patient?.accountId ?? null,
        form: withConfirmation(values),
      });
    },
  });

  return {
    reportId,
    form,
    patient,
    lowestClass: settings.lowestClass,
    unusual: settings.unusual(form.values),
    confirmed: withConfirmation(form.values).confirmedUnusual,
    saving,
    checks,
    confirm: (yes) => {
      const text = yes ? ask(form.values) : null;
      setConfirmedText(text);
      form.clearFieldError('confirmedUnusual');
      const values = withConfirmation(form.values, text);
      saving.saver.change({ patientId: patient?.accountId ?? null, form: values });
    },
    pickPatient: (picked) => {
      setPatient(picked);
      form.clearFieldError('patientId');
      const values = withConfirmation(form.values);
      saving.saver.change({ patientId: picked?.accountId ?? null, form: values });
    },
    prepareCheck: () => void schema.load().catch(() => undefined),
    check: async () => {
      await schema.load();
      const { hasErrors } = form.validate();
      setChecks(checks + 1);
      return !hasErrors;
    },
    refuse: ({ fields }, { goThere }) => {
      form.setErrors(fields);
      const known = ['patientId', ...Object.keys(form.values)];
      const paths = Object.keys(fields);
      if (paths.length === 0) return false;
      if (goThere) setChecks(checks + 1);
      return paths.every((path) => known.includes(path.split('.')[0] ?? ''));
    },
  };
}
