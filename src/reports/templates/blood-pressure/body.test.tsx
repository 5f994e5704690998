import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { renderInEnglish } from '../../../../test/support/messages/in-english';
import { assessVisit, MEAN_RULE } from './assess-visit';
import { BloodPressureBody } from './body';
import { eshLabel } from './categories';
import type { BloodPressureContent } from './content';
import { t } from '../../../../test/support/messages/english';

const CALM = { systolic: 150, diastolic: 94 };

/** The page's words, when the first of three readings is this one. */
function wordsWith(systolic: number, diastolic: number): string {
  const readings = { a: { systolic, diastolic }, b: CALM, c: CALM };
  const { mean, esh, notes } = assessVisit(readings);
  const findings: BloodPressureContent = {
    kind: 'BLOOD_PRESSURE',
    mean,
    rule: MEAN_RULE(t),
    category: esh.code,
    categoryWord: eshLabel(esh, t),
    guidelines: [],
    readings: Object.entries(readings).map(([name, reading]) => ({
      name,
      ...reading,
      pulse: null,
    })),
    takenOn: '2026-03-04',
    medication: '',
    notes: notes.map((note) => note(t)).join(' '),
  };
  const html = renderInEnglish(
    <MantineProvider>
      <BloodPressureBody findings={findings} />
    </MantineProvider>,
  );
  return html
    .replaceAll(/<style.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('a blood pressure on the page', () => {
  it.each([
    [181, 80],
    [150, 121],
    [200, 130],
  ])('shows directly under the result that %i/%i calls for action', (systolic, diastolic) => {
    const words = wordsWith(systolic, diastolic);
    const alert = `${t('templates.bloodPressure.actAtOnce')} ${t('templates.bloodPressure.actAtOnceText')}`;
    expect(words).toContain(`4 March 2026. ${t('templates.bloodPressure.actAtOnce')}`);
    expect(words).toContain(alert);
    // Once: the notes below do not repeat it.
    expect(words.split(t('templates.bloodPressure.actAtOnceText'))).toHaveLength(2);
  });

  it.each([
    [180, 120],
    [144, 93],
  ])('shows no such notice at %i/%i', (systolic, diastolic) => {
    expect(wordsWith(systolic, diastolic)).not.toContain(t('templates.bloodPressure.actAtOnce'));
  });
});
