import type { DataClass } from '@/audit/policy/data-class';
import { hl7 } from './bundle-frame';
import type { Coding } from './coding';

/** The names of HL7's code system v3-Confidentiality. */
const DISPLAYS: Record<DataClass, string> = { N: 'normal', R: 'restricted', V: 'very restricted' };

/** A resource's security label (hl7.org/fhir/R4/security-labels.html): how confidential it is. */
export function securityLabel(code: DataClass): Coding {
  return hl7('v3-Confidentiality', code, DISPLAYS[code]);
}
