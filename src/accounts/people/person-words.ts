import type { BloodGroup, Gender } from '@/generated/prisma/enums';

/** FHIR administrative-gender as people read it. */
export const GENDER_WORDS: Record<Gender, string> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  unknown: 'Not stated',
};

/** ABO and Rhesus blood groups as people read them. */
export const BLOOD_GROUP_WORDS: Record<BloodGroup, string> = {
  A_POSITIVE: 'A+',
  A_NEGATIVE: 'A−',
  B_POSITIVE: 'B+',
  B_NEGATIVE: 'B−',
  AB_POSITIVE: 'AB+',
  AB_NEGATIVE: 'AB−',
  O_POSITIVE: 'O+',
  O_NEGATIVE: 'O−',
  UNKNOWN: 'Not known',
};
