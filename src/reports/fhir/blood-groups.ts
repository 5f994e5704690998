import type { BloodGroup } from '@/generated/prisma/enums';
import { loinc, snomed, type Coding } from './coding';

/** What a blood group is an answer to. */
export const ABO_AND_RHD = loinc('882-1', 'ABO and Rh group [Type] in Blood');

/** ABO and RhD, SNOMED CT; an unknown group makes no Observation. */
export const BLOOD_GROUPS: Record<BloodGroup, Coding | null> = {
  A_POSITIVE: snomed('278149003', 'Blood group A Rh(D) positive'),
  A_NEGATIVE: snomed('278152006', 'Blood group A Rh(D) negative'),
  B_POSITIVE: snomed('278150003', 'Blood group B Rh(D) positive'),
  B_NEGATIVE: snomed('278153001', 'Blood group B Rh(D) negative'),
  AB_POSITIVE: snomed('278151004', 'Blood group AB Rh(D) positive'),
  AB_NEGATIVE: snomed('278154007', 'Blood group AB Rh(D) negative'),
  O_POSITIVE: snomed('278147001', 'Blood group O Rh(D) positive'),
  O_NEGATIVE: snomed('278148006', 'Blood group O Rh(D) negative'),
  UNKNOWN: null,
};
