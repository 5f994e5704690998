import type {
  AllergyIntolerance,
  CodeableConcept,
  CompositionSection,
  Condition,
  MedicationStatement,
} from '@medplum/fhirtypes';
import type { AppLocale } from '@/messages/catalogues';
import type { Translate } from '@/messages/translator';
import { concept, hl7, refTo, type Part } from '@/reports/fhir/bundle-frame';
import { loinc, type Coding } from '@/reports/fhir/coding';
import { textNarrative } from '@/reports/fhir/narrative';
import { linesOf, SECTIONS, type EmergencySummary } from './summary-schema';

type SectionName = (typeof SECTIONS)[number];

/** A document of the emergency summary: whose, and where it comes from. */
export interface IpsFrame {
  code: string;
  verifyUrl: string;
  locale: AppLocale;
}

/** A section of the document with the resources that it names. */
export interface IpsSection {
  section: CompositionSection;
  parts: Part[];
}

/** The code system of the International Patient Summary for what is absent or not known. */
const ABSENT = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

function coding(code: string, display: string): Coding {
  return { system: ABSENT, code, display };
}

/** What each section is, and how it says that there is nothing, or that nothing is known. */
const CODES: Record<SectionName, { section: Coding; none: Coding; unknown: Coding }> = {
  allergies: {
    section: loinc('48765-2', 'Allergies and adverse reactions Document'),
    none: coding('no-known-allergies', 'No known allergies'),
    unknown: coding('no-allergy-info', 'No information about allergies'),
  },
  conditions: {
    section: loinc('11450-4', 'Problem list - Reported'),
    none: coding('no-known-problems', 'No known problems'),
    unknown: coding('no-problem-info', 'No information about problems'),
  },
  medicines: {
    section: loinc('10160-0', 'History of Medication use Narrative'),
    none: coding('no-known-medications', 'No known medications'),
    unknown: coding('no-medication-info', 'No information about medications'),
  },
};

/** FHIR's way to say that a value that a profile asks for is not known. */
const NOT_KNOWN = {
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: 'unknown',
    },
  ],
};

/**
 * The three sections that every International Patient Summary has, with a resource for each line.
 * @param time when the summary was saved, ISO 8601
 */
export function ipsSections(
  frame: IpsFrame,
  summary: EmergencySummary | null,
  t: Translate,
  time: string,
): IpsSection[] {
  return SECTIONS.map((name) => {
    const { section, none, unknown } = CODES[name];
    const { none: isNone = false, text = '' } = summary?.[name] ?? {};
    const lines = linesOf(text);
    const nothing = isNone ? none : unknown;
    const concepts: CodeableConcept[] =
      lines.length > 0
        ? lines.map((line) => ({ text: line }))
        : [concept(nothing.display, nothing)];
    const parts = concepts.map((what, place) => ({
      role: `${name}-${place + 1}`,
      resource: RESOURCES[name](what, refTo(frame, 'patient'), time),
    }));
    const title = t(`records.emergency.sections.${name}`);
    return {
      section: {
        title,
        code: concept(title, section),
        text: textNarrative(lines.length > 0 ? lines.join('\n') : nothing.display, frame.locale),
        entry: parts.map(({ role }) => refTo(frame, role)),
      },
      parts,
    };
  });
}

type Subject = ReturnType<typeof refTo>;

const RESOURCES: Record<
  SectionName,
  (what: CodeableConcept, patient: Subject, time: string) => Part['resource']
> = {
  allergies: (what, patient, time): AllergyIntolerance => ({
    resourceType: 'AllergyIntolerance',
    clinicalStatus: concept('Active', hl7('allergyintolerance-clinical', 'active', 'Active')),
    code: what,
    patient,
    recordedDate: time,
    asserter: patient,
  }),
  conditions: (what, subject, time): Condition => ({
    resourceType: 'Condition',
    clinicalStatus: concept('Active', hl7('condition-clinical', 'active', 'Active')),
    code: what,
    subject,
    recordedDate: time,
    asserter: subject,
  }),
  medicines: (what, subject, time): MedicationStatement => ({
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationCodeableConcept: what,
    subject,
    effectivePeriod: NOT_KNOWN,
    dateAsserted: time,
    informationSource: subject,
  }),
};
