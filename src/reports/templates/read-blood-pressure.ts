import { z } from 'zod';
import type { BundleReader, BundleResource } from '../content/bundle-reader';
import { hasCode } from '../content/bundle-reader';
import { ESH_2023, eshCategory, type EshCode, type Pressure } from './blood-pressure-category';

// LOINC.
const PANEL = '85354-9';
const MEAN_PANEL = '96607-7';
const SYSTOLIC = ['8480-6', '96608-5'];
const DIASTOLIC = ['8462-4', '96609-3'];
const HEART_RATE = '8867-4';

const ESH_CODES = ESH_2023.map(({ code }) => code) as [EshCode, ...EshCode[]];

/** What a blood-pressure report says; mmHg, beats a minute. */
export const bloodPressureContentSchema = z.object({
  kind: z.literal('BLOOD_PRESSURE'),
  mean: z.object({ systolic: z.number(), diastolic: z.number() }),
  /** How the mean was taken. */
  rule: z.string(),
  category: z.enum(ESH_CODES),
  /** As the document words it, e.g. `Grade 1 hypertension`. */
  categoryWord: z.string(),
  /** Every category with its guideline, as the document words them. */
  guidelines: z.array(z.string()),
  readings: z.array(
    z.object({
      /** A, B or C. */
      name: z.string(),
      systolic: z.number(),
      diastolic: z.number(),
      pulse: z.number().nullable(),
    }),
  ),
  takenOn: z.iso.date(),
  /** Empty when none was stated. */
  medication: z.string(),
  /** What one visit does and does not say. */
  notes: z.string(),
});

/** What a blood-pressure report says. */
export type BloodPressureContent = z.infer<typeof bloodPressureContentSchema>;

/**
 * Reads what `bloodPressureParts` wrote into a report's FHIR document.
 * @throws Error, z.ZodError when something of it is missing
 */
export function readBloodPressure(bundle: BundleReader): BloodPressureContent {
  const [meanPanel] = bundle.observations(MEAN_PANEL);
  if (meanPanel === undefined) throw new Error('The document has no mean blood pressure');
  const mean = pressureOf(meanPanel);
  const guidelines = meanPanel.interpretation.map(({ text }) => text);
  const pulses = bundle.observations(HEART_RATE);
  return {
    kind: 'BLOOD_PRESSURE',
    mean,
    rule: meanPanel.method?.text ?? '',
    category: eshCategory(mean).code,
    categoryWord: eshWord(guidelines) ?? eshCategory(mean).label,
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

/** `Grade 1 hypertension` of `ESH 2023: Grade 1 hypertension, by this visit’s readings`. */
function eshWord(guidelines: readonly string[]): string | null {
  const line = guidelines.find((text) => text.startsWith('ESH'));
  return /^ESH \d+: (.+?)(?:, by this visit’s readings)?$/.exec(line ?? '')?.[1] ?? null;
}
