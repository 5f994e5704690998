import { snomed, type Coding } from '../../fhir/coding';

export const SPECIMENS = ['venous-blood', 'capillary-blood'] as const;
export type Specimen = (typeof SPECIMENS)[number];

/** What a specimen is, SNOMED CT. */
export const SPECIMEN_CODINGS: Record<Specimen, Coding> = {
  'venous-blood': snomed('122555007', 'Venous blood specimen'),
  'capillary-blood': snomed('122554006', 'Capillary blood specimen'),
};
