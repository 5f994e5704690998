import { afterAtLeast } from '@/platform/http/after-at-least';
import { doctorProfileMac } from '@/accounts/doctors/doctor-profile-mac';
import { nameColumns, nameKey } from '@/accounts/people/name-key';
import { wordsAbout } from '@/accounts/passwords/words-about';
import { registerAccount } from './register-account';
import type { DoctorRegistration } from './registration';

/**
 * Registers a doctor: pending until the e-mail address is confirmed and an administrator has approved. The
 * licence number is a claim, which the administrator checks: others may state the same.
 * @param network the caller's
 */
export function registerDoctor(
  input: DoctorRegistration & { password: string },
  network = 'unknown',
): Promise<void> {
  const { email, name, givenNames, familyName, licenceNumber, clinic, password } = input;
  return afterAtLeast(
    registerAccount(
      {
        email,
        ...nameColumns(name, input.printedName ?? null),
        givenNames: givenNames ?? null,
        familyName: familyName ?? null,
        role: 'DOCTOR',
        profileOf: async (tx, accountId) => {
          const mac = await doctorProfileMac(tx, { accountId, licenceNumber, clinic });
          return { doctor: { create: { licenceNumber, clinic, clinicKey: nameKey(clinic), mac } } };
        },
      },
      { password, about: wordsAbout({ ...input, displayName: name }) },
      network,
    ),
  );
}
