import { hl7 } from '../../fhir/bundle-frame';
import { loinc } from '../../fhir/coding';
import { defineTemplate } from '../define-template';
import { describeCovid19 } from './describe';
import { covid19ToFhir } from './fhir';
import { readCovid19 } from './read';
import { covid19Form } from './schema';

/** A test for COVID-19: specimen, method, result, reason and symptoms. */
export const covid19 = defineTemplate({
  ...covid19Form,
  id: 'COVID_19',
  codes: {
    document: loinc('11502-2', 'Laboratory report'),
    section: loinc('30954-2', 'Relevant diagnostic tests/laboratory data note'),
    service: hl7('v2-0074', 'LAB', 'Laboratory'),
  },
  writtenBy: 'DOCTOR',
  // It is compared with a passport, and needs no more.
  patientDetails: [],
  identity: ({ identityType, identityNumber }) =>
    identityType === ''
      ? null
      : { type: identityType, number: identityNumber, field: 'identityNumber' },
  moments: ({ collectedAt }) => ({ collectedAt }),
  describe: describeCovid19,
  toFhir: covid19ToFhir,
  read: readCovid19,
});
