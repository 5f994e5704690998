import { hl7 } from '../../fhir/bundle-frame';
import { loinc } from '../../fhir/coding';
import { defineTemplate } from '../define-template';
import { describeHba1c } from './describe';
import { hba1cToFhir } from './fhir';
import { drawHba1c } from './pdf';
import { readHba1c } from './read';
import { hba1cForm } from './schema';

/** Diabetes control: HbA1c in mmol/mol and %, its range, the patient's target and treatment. */
export const hba1c = defineTemplate({
  ...hba1cForm,
  id: 'HBA1C',
  codes: {
    document: loinc('11502-2', 'Laboratory report'),
    section: loinc('30954-2', 'Relevant diagnostic tests/laboratory data note'),
    service: hl7('v2-0074', 'LAB', 'Laboratory'),
  },
  writtenBy: 'DOCTOR',
  patientDetails: ['gender'],
  moments: ({ collectedAt }) => ({ collectedAt }),
  describe: describeHba1c,
  toFhir: hba1cToFhir,
  drawPdf: drawHba1c,
  read: readHba1c,
});
