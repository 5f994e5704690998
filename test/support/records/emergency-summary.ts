import type { EmergencySummary } from '@/records/emergency/summary-schema';

/** An emergency summary with something in each part. */
export function emergencySummary(given: Partial<EmergencySummary> = {}): EmergencySummary {
  return {
    allergies: { none: false, text: 'Penicillin – rash\n\nPeanuts' },
    conditions: { none: false, text: 'Type 2 diabetes since 2015' },
    medicines: { none: false, text: 'Metformin 500 mg, morning and evening' },
    contacts: [
      {
        ...{ name: 'Leyla Ahmed', relation: 'daughter' },
        ...{ phone: '+357 22 123456', email: null },
      },
    ],
    note: 'Pacemaker <2019> & hearing aid',
    ...given,
  };
}
