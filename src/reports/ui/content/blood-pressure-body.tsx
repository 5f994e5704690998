import { Text, Title } from '@mantine/core';
import { formatDay } from '../../format-time';
import type { BloodPressureContent } from '../../templates/read-blood-pressure';
import { PressureScale } from './pressure-scale';
import classes from './report-body.module.css';

/** The mean of a visit with its category, then the readings, the medication and what one visit says. */
export function BloodPressureBody({ findings }: { findings: BloodPressureContent }) {
  const { mean, category, categoryWord, guidelines, rule, takenOn, medication, notes } = findings;
  return (
    <>
      <div>
        <p className={classes['result']}>
          {mean.systolic}/{mean.diastolic} <span className={classes['unit']}>mmHg</span>
        </p>
        <p className={classes['word']}>{categoryWord}</p>
        <Text c="dimmed">
          {sentence(rule)}. Measured {formatDay(takenOn)}.
        </Text>
      </div>
      <PressureScale category={category} />
      <Readings readings={findings.readings} />
      <div>
        <Title order={2} size="h3">
          Medication
        </Title>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {medication === '' ? 'None stated' : medication}
        </Text>
      </div>
      <div>
        <Text>{notes}</Text>
        <Text size="sm" c="dimmed" mt={4}>
          {guidelines.map((line) => line.replace(', by this visit’s readings', '')).join(' · ')}
        </Text>
      </div>
    </>
  );
}

function Readings({ readings }: Pick<BloodPressureContent, 'readings'>) {
  return (
    <table className={classes['readings']} aria-label="Readings">
      <thead>
        <tr>
          <th scope="col">Reading</th>
          <th scope="col">mmHg</th>
          <th scope="col">Pulse a minute</th>
        </tr>
      </thead>
      <tbody>
        {readings.map(({ name, systolic, diastolic, pulse }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {systolic}/{diastolic}
            </td>
            <td>{pulse ?? 'Not measured'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
