import { translatorOf, type Translate } from '@/messages/translator';
import { hasCode, type BundleReader, type BundleResource } from '@/reports/fhir/bundle-reader';
import { eshCategory, eshLabel, type Pressure } from './categories';
import type { BloodPressureContent } from './content';

// LOINC.
const PANEL = '85354-9';
const MEAN_PANEL = '96607-7';
const SYSTOLIC = ['8480-6', '96608-5'];
const DIASTOLIC = ['8462-4', '96609-3'];
const HEART_RATE = '8867-4';

/**
 * Reads what `bloodPressureToFhir` wrote into a report's FHIR document.
 * @throws Error, z.ZodError when something of it is missing
 */
export function readBloodPressure(bundle: BundleReader): BloodPressureContent {
  const [meanPanel] = bundle.observations(MEAN_PANEL);
  if (meanPanel === undefined) throw new Error('The document has no mean blood pressure');
  const mean = pressureOf(meanPanel);
  const t = translatorOf(bundle.locale);
  const guidelines = meanPanel.interpretation.map(({ text }) => withoutBasis(text, t));
  const pulses = bundle.observations(HEART_RATE);
  return {
    kind: 'BLOOD_PRESSURE',
    mean,
    rule: meanPanel.method?.text ?? '',
    category: eshCategory(mean).code,
    categoryWord: eshWord(guidelines) ?? eshLabel(eshCategory(mean), t),
    guidelines,
    readings: bundle.observations(PANEL).map((panel) => {
      const name = letterOf(panel);
      const pulse = pulses.find((resource) => letterOf(resource) === name);
      return { name, ...pressureOf(panel), pulse: pulse?.valueQuantity?.value ?? null };
    }),
    takenOn: bundle.one('DiagnosticReport').effectiveDateTime ?? '',
    medication: bundle
      .all('MedicationStatement')
      .map(({ medicationCodeableConcept }) => medicationCodeableConcept?.text ?? '')
      .join('\n'),
    notes: bundle.one('DiagnosticReport').conclusion,
  };
}

function pressureOf({ component }: BundleResource): Pressure {
  const value = (codes: string[]) => {
    const found = component.find(({ code }) => codes.some((one) => hasCode(code, one)));
    if (found === undefined) throw new Error('A reading of the document is not complete');
    return found.valueQuantity.value;
  };
  return { systolic: value(SYSTOLIC), diastolic: value(DIASTOLIC) };
}

/** `A` of `Blood pressure, Measurement A`. */
function letterOf({ code }: BundleResource): string {
  return /([A-Z])$/.exec(code?.text ?? '')?.[1] ?? '';
}

/** `ESH 2023: Grade 1 hypertension` of `ESH 2023: Grade 1 hypertension, by this visit’s readings`. */
function withoutBasis(text: string, t: Translate): string {
  const bases = [
    t('templates.bloodPressure.eshInterpretation', { category: CATEGORY }),
    t('templates.bloodPressure.accAhaInterpretation', { category: CATEGORY }),
  ].map((sentence) => sentence.split(CATEGORY)[1] ?? '');
  const basis = bases.find((one) => one !== '' && text.endsWith(one)) ?? '';
  return text.slice(0, text.length - basis.length);
}

/** Stands for the category in a sentence, and in no text. */
const CATEGORY = '\n';

/** `Grade 1 hypertension` of `ESH 2023: Grade 1 hypertension`. */
function eshWord(guidelines: readonly string[]): string | null {
  const line = guidelines.find((text) => text.startsWith('ESH'));
  return /^ESH \d+: (.+)$/.exec(line ?? '')?.[1] ?? null;
}
