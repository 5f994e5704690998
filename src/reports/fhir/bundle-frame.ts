import { v5 as uuidv5 } from 'uuid';
import type { CodeableConcept, CompositionSection, Quantity, Resource } from '@medplum/fhirtypes';
import type { Coding } from './coding';
import type { ReportFrame } from '@/reports/frame/report-frame';

/** The part that a resource plays in one document, e.g. `patient` or `reading-a`. */
export type Role = string;

/** A resource with its part. */
export interface Part {
  role: Role;
  resource: Resource;
}

/** What a template contributes to the document. */
export interface TestParts {
  /** What was examined. */
  code: CodeableConcept;
  /** When, as a FHIR dateTime. */
  effective: string;
  parts: Part[];
  /** The Observations that are results. */
  results: Role[];
  specimen?: Role;
  /** A sentence about the results; facts, no diagnosis. */
  conclusion?: string;
  sections: CompositionSection[];
}

/** Namespace of our name-based UUIDs: a random UUID of this project. */
const NAMESPACE = '5b0e3a52-6f3c-4f0a-9d1e-2c8f7a64d1b7';

/** The `urn:uuid:` address of a part, the same each time: a name-based UUID (RFC 9562, version 5). */
export function urnOf(frame: Pick<ReportFrame, 'code'>, role: Role): string {
  return `urn:uuid:${uuidv5(`${frame.code}/${role}`, NAMESPACE)}`;
}

/** A reference to a part of the same document. */
export function refTo(frame: Pick<ReportFrame, 'code'>, role: Role): { reference: string } {
  return { reference: urnOf(frame, role) };
}

/** A concept: its words, and its codes where it has some. */
export function concept(text: string, ...coding: Coding[]): CodeableConcept {
  return coding.length === 0 ? { text } : { coding, text };
}

/**
 * A measured value.
 * @param code UCUM
 */
export function quantity(value: number, unit: string, code: string): Quantity {
  return { value, unit, system: 'http://unitsofmeasure.org', code };
}

/** A code of one of HL7's own code systems. */
export function hl7(system: string, code: string, display: string): Coding {
  return { system: `http://terminology.hl7.org/CodeSystem/${system}`, code, display };
}

/** The category that an Observation needs to be found by kind (hl7.org/fhir/R4/observation.html). */
export function observationCategory(code: keyof typeof CATEGORIES): CodeableConcept[] {
  return [concept(CATEGORIES[code], hl7('observation-category', code, CATEGORIES[code]))];
}

const CATEGORIES = {
  'vital-signs': 'Vital Signs',
  laboratory: 'Laboratory',
  exam: 'Exam',
  survey: 'Survey',
} as const;

/** The system of our own identifiers: the address of this installation. */
export function identifierSystem(frame: Pick<ReportFrame, 'verifyUrl'>, kind: string): string {
  return `${new URL(frame.verifyUrl).origin}/identifiers/${kind}`;
}
