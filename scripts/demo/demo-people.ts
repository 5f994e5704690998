import type { AccountStatus, BloodGroup, Gender } from '@/generated/prisma/enums';

/** What every demo person logs in with. */
const DEMO_PASSWORD = 'calm-harbour-lantern';

/** The key of every demo person's authenticator app, in base32: whoever wants to can add it to a real one. */
export const DEMO_APP_KEY = 'MEDANCHORDEMOMEDANCHORDEMO234567';

interface DemoAccount {
  name: string;
  email: string;
  password: string;
}

export type DemoPerson =
  | (DemoAccount & { role: 'ADMIN' })
  | (DemoAccount & {
      role: 'DOCTOR';
      status: Extract<AccountStatus, 'ACTIVE' | 'PENDING'>;
      licenceNumber: string;
      clinic: string;
    })
  | (DemoAccount & {
      role: 'PATIENT';
      birthDate: string;
      gender: Gender;
      bloodGroup: BloodGroup;
      /** Which of the demo chain's funded accounts the demo wallet holds for this person. */
      walletIndex: number;
    });

/**
 * The people of a demonstration, all made up. Two patients bear one name, and names come in Latin, Turkish
 * and Greek letters, because real ones do.
 */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    role: 'ADMIN',
    name: 'Elena Markovic',
    email: 'admin@medanchor.example',
    password: DEMO_PASSWORD,
  },
  {
    role: 'ADMIN',
    name: 'Jonas Weber',
    email: 'admin2@medanchor.example',
    password: DEMO_PASSWORD,
  },
  {
    role: 'DOCTOR',
    status: 'ACTIVE',
    name: 'Dr. Selin Aksoy',
    email: 'selin.aksoy@clinic.example',
    password: DEMO_PASSWORD,
    licenceNumber: 'CY-20418',
    clinic: 'Harbour Clinic Nicosia',
  },
  {
    role: 'DOCTOR',
    status: 'ACTIVE',
    name: 'Dr. Andreas Georgiou',
    email: 'andreas.georgiou@clinic.example',
    password: DEMO_PASSWORD,
    licenceNumber: 'CY-17733',
    clinic: 'Limassol Heart Centre',
  },
  {
    role: 'DOCTOR',
    status: 'PENDING',
    name: 'Dr. Maria Keller',
    email: 'maria.keller@clinic.example',
    password: DEMO_PASSWORD,
    licenceNumber: 'CY-30951',
    clinic: 'Harbour Clinic Nicosia',
  },
  {
    role: 'PATIENT',
    name: 'Ali Ahmed',
    email: 'ali.ahmed@mail.example',
    password: DEMO_PASSWORD,
    birthDate: '1984-03-12',
    gender: 'male',
    bloodGroup: 'A_POSITIVE',
    walletIndex: 0,
  },
  {
    role: 'PATIENT',
    name: 'Ali Ahmed',
    email: 'ali.ahmed.1997@mail.example',
    password: DEMO_PASSWORD,
    birthDate: '1997-11-02',
    gender: 'male',
    bloodGroup: 'O_NEGATIVE',
    walletIndex: 1,
  },
  {
    role: 'PATIENT',
    name: 'Gülşah Işıkoğlu',
    email: 'gulsah@mail.example',
    password: DEMO_PASSWORD,
    birthDate: '1990-07-25',
    gender: 'female',
    bloodGroup: 'B_POSITIVE',
    walletIndex: 2,
  },
  {
    role: 'PATIENT',
    name: 'Ελένη Παπαδοπούλου',
    email: 'eleni@mail.example',
    password: DEMO_PASSWORD,
    birthDate: '1959-01-30',
    gender: 'female',
    bloodGroup: 'UNKNOWN',
    walletIndex: 3,
  },
];
