import { useTranslations } from 'next-intl';
import { Alert, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatDay } from '@/platform/time/format-time';
import classes from '../body.module.css';
import { ACT_AT_ONCE } from './assess-visit';
import { needsActionAtOnce } from './categories';
import type { BloodPressureContent } from './content';
import { PressureScale } from './pressure-scale';

/** The mean of a visit with its category, an alert when a reading calls for it, then the readings, the medication and the notes. */
export function BloodPressureBody({ findings }: { findings: BloodPressureContent }) {
  const t = useTranslations();
  const { mean, category, categoryWord, guidelines, rule, takenOn, medication } = findings;
  const isUrgent = [mean, ...findings.readings].some(needsActionAtOnce);
  // Stands in the alert already.
  const notes = isUrgent ? findings.notes.replace(ACT_AT_ONCE(t), '').trim() : findings.notes;
  return (
    <>
      <div>
        <p className={classes['result']}>
          {mean.systolic}/{mean.diastolic}{' '}
          <span className={classes['unit']}>{t('templates.bloodPressure.mmHg')}</span>
        </p>
        <p className={classes['word']}>{categoryWord}</p>
        <Text c="dimmed">
          {t('templates.bloodPressure.ruleAndDay', {
            rule: sentence(rule),
            day: formatDay(takenOn, t),
          })}
        </Text>
      </div>
      {isUrgent && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('templates.bloodPressure.actAtOnce')}
        >
          {ACT_AT_ONCE(t)}
        </Alert>
      )}
      <PressureScale category={category} />
      <Readings readings={findings.readings} />
      <div>
        <Title order={2} size="h3">
          {t('templates.bloodPressure.medication')}
        </Title>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {medication === '' ? t('templates.bloodPressure.noneStated') : medication}
        </Text>
      </div>
      <div>
        <Text>{notes}</Text>
        <Text size="sm" c="dimmed" mt={4}>
          {guidelines.join(' · ')}
        </Text>
      </div>
    </>
  );
}

function Readings({ readings }: Pick<BloodPressureContent, 'readings'>) {
  const t = useTranslations();
  return (
    <table className={classes['readings']} aria-label={t('templates.bloodPressure.readings')}>
      <thead>
        <tr>
          <th scope="col">{t('templates.bloodPressure.reading')}</th>
          <th scope="col">{t('templates.bloodPressure.mmHg')}</th>
          <th scope="col">{t('templates.bloodPressure.pulseAMinute')}</th>
        </tr>
      </thead>
      <tbody>
        {readings.map(({ name, systolic, diastolic, pulse }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {systolic}/{diastolic}
            </td>
            <td>{pulse ?? t('templates.bloodPressure.notMeasured')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
