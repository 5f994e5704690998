import { hl7 } from '../../fhir/bundle-frame';
import { loinc } from '../../fhir/coding';
import { defineTemplate } from '../define-template';
import { describeBloodPressure } from './describe';
import { bloodPressureToFhir } from './fhir';
import { drawBloodPressure } from './pdf';
import { readBloodPressure } from './read';
import { bloodPressureForm } from './schema';

const VITAL_SIGNS = loinc('8716-3', 'Vital signs note');

/** Three readings of one visit, their mean and its categories. */
export const bloodPressure = defineTemplate({
  ...bloodPressureForm,
  id: 'BLOOD_PRESSURE',
  codes: {
    document: VITAL_SIGNS,
    section: VITAL_SIGNS,
    service: hl7('v2-0074', 'OTH', 'Other'),
  },
  writtenBy: 'DOCTOR',
  patientDetails: ['gender', 'bloodGroup'],
  describe: describeBloodPressure,
  toFhir: bloodPressureToFhir,
  drawPdf: drawBloodPressure,
  read: readBloodPressure,
});
