'use client';

import { Grid, GridCol, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { BLOOD_GROUP_WORDS, GENDER_WORDS } from '@/accounts/person-words';
import { patientSnapshotSchema, type PatientSnapshot } from '@/accounts/snapshots';
import { PersonSelect } from '@/components/person-select';
import { formatDay } from '../format-time';
import { PatientOption } from './patient-option';

interface PatientPickerProps {
  patient: PatientSnapshot | null;
  onPick: (patient: PatientSnapshot | null) => void;
  error: ReactNode;
}

/**
 * Finds a patient by a part of the name. Two people may bear one name, so the list shows their birth
 * dates, and a person picks; what is known of the picked one is then shown, not typed.
 */
export function PatientPicker({ patient, onPick, error }: PatientPickerProps) {
  return (
    <Stack gap="sm">
      <PersonSelect
        label="Patient’s name"
        description="Type at least three letters, then choose the person by date of birth."
        placeholder="Type a name"
        required
        path="/api/patients/search"
        candidate={patientSnapshotSchema}
        picked={patient}
        minLetters={3}
        tooShort="Type at least three letters."
        nobody="No patient of this name. Patients register themselves."
        onPick={onPick}
        option={(candidate) => <PatientOption patient={candidate} />}
        error={error}
      />
      {patient !== null && <PickedPatient patient={patient} />}
    </Stack>
  );
}

function PickedPatient({ patient }: { patient: PatientSnapshot }) {
  const facts = [
    { label: 'Date of birth', value: formatDay(patient.birthDate), span: { base: 6, md: 3 } },
    { label: 'Gender', value: GENDER_WORDS[patient.gender], span: { base: 6, md: 2 } },
    {
      label: 'Blood group',
      value: BLOOD_GROUP_WORDS[patient.bloodGroup],
      span: { base: 6, md: 2 },
    },
    { label: 'E-mail', value: patient.email, span: { base: 12, md: 5 } },
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
