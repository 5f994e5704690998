'use client';

import { useTranslations } from 'next-intl';
import { Grid, GridCol, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { bothSpellings } from '@/accounts/people/both-spellings';
import type { PatientCandidate, PickedPatient } from '@/accounts/people/patient-marks';
import { readableEmail } from '@/accounts/email/readable-email';
import { PersonSelect } from '@/components/inputs/person-select';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { formatPartialDate } from '@/platform/time/partial-date';
import { NamesakeWarning } from './namesake-warning';
import { PatientOption } from './patient-option';
import { describeLastReport, describeMarks } from '@/reports/ui/describe-patient-marks';

interface PatientPickerProps {
  patient: PickedPatient | null;
  onPick: (patient: PickedPatient | null) => void;
  error: ReactNode;
}

/**
 * Finds a patient by a part of the name, or by the number. Two people may have the same name, so the list shows
 * what distinguishes them. The details of the picked patient are read from the server and cannot be edited.
 */
export function PatientPicker({ patient, onPick, error }: PatientPickerProps) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<PatientCandidate | null>(patient && toCandidate(patient));
  const [failure, setFailure] = useState<string | null>(null);
  const newest = useRef(chosen?.accountId);
  /** That of the page as it stands: what is typed while the details are on their way must not be forgotten. */
  const latestOnPick = useRef(onPick);
  useEffect(() => {
    latestOnPick.current = onPick;
  }, [onPick]);

  async function pick(candidate: PatientCandidate | null) {
    newest.current = candidate?.accountId;
    setChosen(candidate);
    setFailure(null);
    onPick(null);
    if (candidate === null) return;
    try {
      const path = `/api/patients/${candidate.accountId}`;
      const details = await callApi('GET', path, loadPickedPatient);
      // Another one was picked meanwhile.
      if (newest.current === candidate.accountId) latestOnPick.current(details);
    } catch (problem) {
      if (newest.current !== candidate.accountId) return;
      setChosen(null);
      setFailure(problemMessage(problem, t));
    }
  }

  return (
    <Stack gap="sm">
      <PersonSelect
        label={t('reports.patientPicker.name')}
        description={t('reports.patientPicker.hint')}
        placeholder={t('reports.patientPicker.placeholder')}
        required
        path="/api/patients/search"
        loadCandidates={loadCandidates}
        picked={chosen}
        minLetters={3}
        tooShort={t('reports.patientPicker.tooShort')}
        noneFound={t('reports.patientPicker.notFound')}
        onPick={(candidate) => void pick(candidate)}
        option={(candidate) => (
          <PatientOption
            name={candidate.name}
            born={t('reports.patientMarks.bornIn', { year: candidate.birthYear })}
            marks={describeMarks(candidate, t)}
            hasNamesake={candidate.hasNamesake}
          />
        )}
        error={failure ?? error}
      />
      {chosen !== null && patient === null && (
        <Text size="sm">{t('reports.patientPicker.loading')}</Text>
      )}
      {patient !== null && <PickedFacts patient={patient} />}
      {patient !== null && <NamesakeWarning patient={patient} />}
    </Stack>
  );
}

async function loadCandidates() {
  return (await import('@/accounts/people/patient-marks')).patientCandidateSchema.array();
}

async function loadPickedPatient() {
  return (await import('@/accounts/people/patient-marks')).pickedPatientSchema;
}

function toCandidate(patient: PickedPatient): PatientCandidate {
  const name = bothSpellings(patient.name, patient.printedName);
  return { ...patient, name, birthYear: Number(patient.birthDate.slice(0, 4)) };
}

function PickedFacts({ patient }: { patient: PickedPatient }) {
  const t = useTranslations();
  const narrow = { base: 6, md: 3 };
  const wide = { base: 12, md: 6 };
  const facts = [
    {
      label: t('reports.patientPicker.birthDate'),
      value: formatPartialDate(patient.birthDate, t),
      span: narrow,
    },
    { label: t('reports.patientPicker.number'), value: patient.number, span: narrow },
    {
      label: t('reports.patientPicker.gender'),
      value: t(`accounts.genders.${patient.gender}`),
      span: narrow,
    },
    {
      label: t('reports.patientPicker.bloodGroup'),
      value: t(`accounts.bloodGroups.${patient.bloodGroup}`),
      span: narrow,
    },
    { label: t('reports.patientPicker.email'), value: readableEmail(patient.email), span: wide },
    {
      label: t('reports.patientPicker.lastReport'),
      value: describeLastReport(patient, t),
      span: wide,
    },
  ];
  return (
    <Grid gap="sm">
      {facts.map(({ label, value, span }) => (
        <GridCol key={label} span={span}>
          <TextInput label={label} value={value} variant="filled" readOnly />
        </GridCol>
      ))}
    </Grid>
  );
}
