'use client';

import { useTranslations } from 'next-intl';
import { Grid, GridCol, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import {
  patientCandidateSchema,
  pickedPatientSchema,
  type PatientCandidate,
  type PickedPatient,
} from '@/accounts/people/patient-marks';
import { BLOOD_GROUP_WORDS, GENDER_WORDS } from '@/accounts/people/person-words';
import { readableEmail } from '@/accounts/registration/readable-email';
import { PersonSelect } from '@/components/inputs/person-select';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { formatDay } from '@/reports/documents/format-time';
import { NamesakeWarning } from './namesake-warning';
import { PatientOption } from './patient-option';
import { lastReportWords, marksWords } from '@/reports/ui/patient-words';

interface PatientPickerProps {
  patient: PickedPatient | null;
  onPick: (patient: PickedPatient | null) => void;
  error: ReactNode;
}

/**
 * Finds a patient by a part of the name, or by the number. Two people may bear one name, so the list shows what
 * tells them apart, and a person picks; the picked one's details are then read and shown, not typed.
 */
export function PatientPicker({ patient, onPick, error }: PatientPickerProps) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<PatientCandidate | null>(patient && toCandidate(patient));
  const [failure, setFailure] = useState<string | null>(null);
  const newest = useRef(chosen?.accountId);

  async function pick(candidate: PatientCandidate | null) {
    newest.current = candidate?.accountId;
    setChosen(candidate);
    setFailure(null);
    onPick(null);
    if (candidate === null) return;
    try {
      const path = `/api/patients/${candidate.accountId}`;
      const details = await callApi('GET', path, pickedPatientSchema);
      // Another one was picked meanwhile.
      if (newest.current === candidate.accountId) onPick(details);
    } catch (problem) {
      if (newest.current !== candidate.accountId) return;
      setChosen(null);
      setFailure(problemMessage(problem, t));
    }
  }

  return (
    <Stack gap="sm">
      <PersonSelect
        label={t('reports.patientPicker.patientsName')}
        description={t('reports.patientPicker.typeAtLeastThreeLettersOf')}
        placeholder={t('reports.patientPicker.typeAName')}
        required
        path="/api/patients/search"
        candidate={patientCandidateSchema}
        picked={chosen}
        minLetters={3}
        tooShort="Type at least three letters."
        noneFound="No patient of this name. Patients register themselves."
        onPick={(candidate) => void pick(candidate)}
        option={(candidate) => (
          <PatientOption
            name={candidate.name}
            born={`born ${String(candidate.birthYear)}`}
            marks={marksWords(candidate)}
            hasNamesake={candidate.hasNamesake}
          />
        )}
        error={failure ?? error}
      />
      {chosen !== null && patient === null && (
        <Text size="sm">{t('reports.patientPicker.readingThePatientsDetails')}</Text>
      )}
      {patient !== null && <PickedFacts patient={patient} />}
      {patient !== null && <NamesakeWarning patient={patient} />}
    </Stack>
  );
}

function toCandidate(patient: PickedPatient): PatientCandidate {
  return { ...patient, birthYear: Number(patient.birthDate.slice(0, 4)) };
}

function PickedFacts({ patient }: { patient: PickedPatient }) {
  const facts = [
    { label: 'Date of birth', value: formatDay(patient.birthDate), span: { base: 6, md: 3 } },
    { label: 'Patient number', value: patient.number, span: { base: 6, md: 3 } },
    { label: 'Gender', value: GENDER_WORDS[patient.gender], span: { base: 6, md: 3 } },
    {
      label: 'Blood group',
      value: BLOOD_GROUP_WORDS[patient.bloodGroup],
      span: { base: 6, md: 3 },
    },
    { label: 'E-mail', value: readableEmail(patient.email), span: { base: 12, md: 6 } },
    { label: 'Seen by you', value: lastReportWords(patient), span: { base: 12, md: 6 } },
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
