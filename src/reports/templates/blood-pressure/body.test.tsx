import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { renderInEnglish } from '../../../../test/support/messages/in-english';
import { BloodPressureBody } from './body';
import { t } from '../../../../test/support/messages/english';
import { bloodPressureContent } from '../../../../test/support/reports/blood-pressure-content';

const CALM = { systolic: 150, diastolic: 94 };

/** The page's words, when the first of three readings is this one. */
function wordsWith(systolic: number, diastolic: number): string {
  const findings = bloodPressureContent({ a: { systolic, diastolic }, b: CALM, c: CALM }, t);
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
