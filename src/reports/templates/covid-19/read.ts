import { hasCode, type BundleConcept, type BundleReader } from '@/reports/fhir/bundle-reader';
import type { Covid19Content } from './content';
import { RESULTS, resultOption, type Result } from './options';

/** LOINC: Symptom. */
const SYMPTOM = '75325-1';

/**
 * Reads what `covid19ToFhir` wrote into a report's FHIR document.
 * @throws Error when something of it is missing
 */
export function readCovid19(bundle: BundleReader): Covid19Content {
  const [finding] = bundle.results();
  const specimen = bundle.one('Specimen');
  // The one Observation for which there is no code.
  const reason = bundle.all('Observation').find(({ code }) => code?.coding.length === 0);
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

/** By its code: the word depends on the language and is “Positive” for an antigen test. */
function resultOf(value: BundleConcept | undefined): Result {
  const result = RESULTS.find((one) =>
    (['pcr', 'antigen'] as const).some((type) =>
      hasCode(value, resultOption(type, one).coding.code),
    ),
  );
  if (result === undefined) throw new Error('The document has no known result');
  return result;
}
