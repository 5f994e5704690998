import type { CompositionSection, MedicationStatement } from '@medplum/fhirtypes';
import type { ReportFrame } from '@/reports/frame/report-frame';
import { concept, refTo, type Part } from './bundle-frame';
import { loinc } from './coding';
import { textNarrative } from './narrative';

const MEDICATION = loinc('10160-0', 'History of Medication use Narrative');
const ROLE = 'medication';

/** What the patient takes, as it was typed; nothing where nothing was stated. */
export function medicationParts(
  frame: ReportFrame,
  { date, medication }: { date: string; medication: string },
): Part[] {
  if (medication === '') return [];
  const resource: MedicationStatement = {
    resourceType: 'MedicationStatement',
    // The form does not ask whether it is being taken now.
    status: 'unknown',
    medicationCodeableConcept: { text: medication },
    subject: refTo(frame, 'patient'),
    dateAsserted: date,
    informationSource: refTo(frame, 'practitioner'),
  };
  return [{ role: ROLE, resource }];
}

/** The section that belongs to `medicationParts`. */
export function medicationSections(
  frame: ReportFrame,
  { title, medication }: { title: string; medication: string },
): CompositionSection[] {
  if (medication === '') return [];
  return [
    {
      title,
      code: concept(title, MEDICATION),
      text: textNarrative(medication, frame.locale),
      entry: [refTo(frame, ROLE)],
    },
  ];
}
