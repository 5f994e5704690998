/** What a doctor can be listed as; the catalogue has a name for each. */
export const SPECIALTIES = [
  'general-practice',
  'anaesthesiology',
  'cardiology',
  'dermatology',
  'emergency-medicine',
  'endocrinology',
  'gastroenterology',
  'geriatrics',
  'gynaecology',
  'haematology',
  'infectious-diseases',
  'internal-medicine',
  'laboratory-medicine',
  'nephrology',
  'neurology',
  'oncology',
  'ophthalmology',
  'orthopaedics',
  'otolaryngology',
  'paediatrics',
  'psychiatry',
  'pulmonology',
  'radiology',
  'rheumatology',
  'surgery',
  'urology',
  'other',
] as const;

export type Specialty = (typeof SPECIALTIES)[number];

/** A stored specialty; `other` for one that this version does not know. */
export function specialtyOf(text: string): Specialty {
  return SPECIALTIES.find((one) => one === text) ?? 'other';
}
