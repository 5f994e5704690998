import type { BundleReader } from '@/reports/fhir/bundle-reader';
import { adaCategory } from './category';
import type { Hba1cContent } from './content';

// LOINC.
const IFCC = '59261-8';
const NGSP = '4548-4';

/**
 * Reads what `hba1cToFhir` wrote into a report's FHIR document.
 * @throws Error when something of it is missing
 */
export function readHba1c(bundle: BundleReader): Hba1cContent {
  const [result] = bundle.observations(IFCC);
  const ifcc = result?.valueQuantity?.value;
  const ngsp = bundle.observations(NGSP)[0]?.valueQuantity?.value;
  if (result === undefined || ifcc === undefined || ngsp === undefined) {
    throw new Error('The document has no HbA1c');
  }
  const specimen = bundle.one('Specimen');
  return {
    kind: 'HBA1C',
    ifcc,
    ngsp,
    category: adaCategory(ifcc),
    categoryWord: result.interpretation[0]?.text ?? '',
    target: result.referenceRange[0]?.high?.value ?? null,
    specimen: specimen.type?.text ?? '',
    collectedAt: specimen.collection?.collectedDateTime ?? '',
    treatment: bundle
      .all('MedicationStatement')
      .map(({ medicationCodeableConcept }) => medicationCodeableConcept?.text ?? '')
      .join('\n'),
    note: bundle.one('DiagnosticReport').conclusion,
  };
}
