import type { registerPatient } from '@/accounts/registration/register-patient';
import { database } from '@/platform/database/database';
import { PASSWORD } from './factories';
import { deliverMailsTo, secretIn } from './mail';

/** What a patient fills in to register, all but the address. */
export const PATIENT_FORM = {
  name: 'Gülşah Işıkoğlu',
  birthDate: '1990-07-25',
  gender: 'female',
  bloodGroup: 'B_POSITIVE',
  password: PASSWORD,
} as const satisfies Omit<Parameters<typeof registerPatient>[0], 'email'>;

let made = 0;

/** An address that no other test of this run registers. */
export function newEmail(): string {
  made += 1;
  return `registration-${String(process.pid)}-${String(made)}@test.example`;
}

/** An account of an address, with its profile. */
export function accountOf(email: string) {
  return database().account.findFirstOrThrow({
    where: { email },
    include: { patient: true, doctor: true },
  });
}

/** The secret of the newest link mailed to an address. */
export async function mailedToken(email: string): Promise<string> {
  return secretIn((await deliverMailsTo(email)).at(-1));
}
