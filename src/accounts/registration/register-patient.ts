import { afterAtLeast } from '@/platform/http/after-at-least';
import { birthColumns } from '@/accounts/people/birth-date';
import { nameColumns } from '@/accounts/people/name-key';
import { nameParts } from '@/accounts/people/index-name';
import { wordsAbout } from '@/accounts/passwords/words-about';
import { registerAccount } from './register-account';
import type { PatientRegistration } from './registration';

/**
 * Registers a patient: active as soon as the e-mail address is confirmed.
 * @param network the caller's
 */
export function registerPatient(
  input: PatientRegistration & { password: string },
  network = 'unknown',
): Promise<void> {
  const { email, name, givenNames, familyName, gender, bloodGroup, password } = input;
  const printedName = input.printedName ?? null;
  const profile = { ...birthColumns(input.birthDate), gender, bloodGroup };
  return afterAtLeast(
    registerAccount(
      {
        email,
        ...nameColumns(name, printedName),
        givenNames: givenNames ?? null,
        familyName: familyName ?? null,
        role: 'PATIENT',
        patient: { create: profile },
        nameParts: { create: nameParts(name, profile.birthDate, printedName) },
      },
      { password, about: wordsAbout({ ...input, displayName: name }) },
      network,
    ),
  );
}
