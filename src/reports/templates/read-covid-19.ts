import { z } from 'zod';
import { hasCode, type BundleConcept, type BundleReader } from '../content/bundle-reader';
import { RESULTS, resultOption, type Result } from './covid-19-options';

/** LOINC: Symptom. */
const SYMPTOM = '75325-1';
/** The words of the Observation that says why the test was made. */
const REASON = 'Reason for testing';

/** What a COVID-19 report says. */
export const covid19ContentSchema = z.object({
  kind: z.literal('COVID_19'),
  result: z.enum(RESULTS),
  /** As the document words it, e.g. `Not detected`. */
  resultWord: z.string(),
  /** What was tested, e.g. `COVID-19 PCR / NAAT`. */
  test: z.string(),
  method: z.string(),
  specimen: z.string(),
  /** Who collected it. */
  collection: z.string(),
  examinedOn: z.iso.date(),
  /** ISO 8601 with an offset, on the clock of the clinic. */
  collectedAt: z.iso.datetime({ offset: true }),
  reason: z.string(),
  symptoms: z.array(z.string()),
});

/** What a COVID-19 report says. */
export type Covid19Content = z.infer<typeof covid19ContentSchema>;

/**
 * Reads what `covid19Parts` wrote into a report's FHIR document.
 * @throws Error when something of it is missing
 */
export function readCovid19(bundle: BundleReader): Covid19Content {
  const [finding] = bundle.results();
  const specimen = bundle.one('Specimen');
  const reason = bundle.all('Observation').find(({ code }) => code?.text === REASON);
  return {
    kind: 'COVID_19',
    result: resultOf(finding?.valueCodeableConcept),
    resultWord: finding?.valueCodeableConcept?.text ?? '',
    test: finding?.code?.text ?? '',
    method: finding?.method?.text ?? '',
    specimen: specimen.type?.text ?? '',
    collection: specimen.note.map(({ text }) => text).join(' '),
    collectedAt: specimen.collection?.collectedDateTime ?? finding?.effectiveDateTime ?? '',
    examinedOn: reason?.effectiveDateTime ?? '',
    reason: reason?.valueCodeableConcept?.text ?? '',
    symptoms: bundle
      .observations(SYMPTOM)
      .map(({ valueCodeableConcept }) => valueCodeableConcept?.text ?? ''),
  };
}

/** By its code: the word may be another one some day, and is “Positive” for an antigen test. */
function resultOf(value: BundleConcept | undefined): Result {
  const result = RESULTS.find((one) =>
    (['pcr', 'antigen'] as const).some((type) =>
      hasCode(value, resultOption(type, one).coding.code),
    ),
  );
  if (result === undefined) throw new Error('The document has no result that is known');
  return result;
}
