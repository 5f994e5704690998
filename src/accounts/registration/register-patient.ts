import { afterAtLeast } from '@/platform/http/after-at-least';
import { birthColumns } from '@/accounts/people/birth-date';
import { sealBloodGroup } from '@/accounts/people/sealed-blood-group';
import { nameColumns } from '@/accounts/people/name-key';
import { nameParts } from '@/accounts/people/index-name';
import { wordsAbout } from '@/accounts/passwords/words-about';
import { ensurePersonKey } from '@/vault/person-key';
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
  const profile = { ...birthColumns(input.birthDate), gender };
  return afterAtLeast(
    registerAccount(
      {
        email,
        ...nameColumns(name, printedName),
        givenNames: givenNames ?? null,
        familyName: familyName ?? null,
        role: 'PATIENT',
        profileOf: async (tx, accountId) => {
          const personKey = await ensurePersonKey(tx, accountId);
          const sealedBloodGroup = sealBloodGroup(personKey, accountId, bloodGroup);
          return {
            patient: { create: { ...profile, sealedBloodGroup } },
            nameParts: { create: nameParts(name, profile.birthDate, printedName) },
          };
        },
      },
      { password, about: wordsAbout({ ...input, displayName: name }) },
      network,
    ),
  );
}
