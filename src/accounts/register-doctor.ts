import { inTransaction } from '@/platform/database';
import { AppError, ERRORS } from '@/platform/errors';
import { afterAtLeast } from './after-at-least';
import { nameColumns, nameKey } from './name-key';
import { registerAccount } from './register-account';
import type { DoctorRegistration } from './registration';

/**
 * Registers a doctor: pending until the e-mail address is confirmed and an administrator has approved.
 * @throws AppError licence-taken, whether or not the e-mail address is new: licence registers are public
 */
export function registerDoctor(input: DoctorRegistration & { password: string }): Promise<void> {
  return afterAtLeast(register(input));
}

async function register(input: DoctorRegistration & { password: string }): Promise<void> {
  const { email, name, givenNames, familyName, licenceNumber, clinic, password } = input;
  await claimLicence(licenceNumber, email);
  await registerAccount(
    {
      email,
      ...nameColumns(name),
      givenNames: givenNames ?? null,
      familyName: familyName ?? null,
      role: 'DOCTOR',
      doctor: { create: { licenceNumber, clinic, clinicKey: nameKey(clinic) } },
    },
    password,
  );
}

/** A registration that nobody confirmed must not keep a licence number from its holder. */
async function claimLicence(licenceNumber: string, email: string): Promise<void> {
  const taken = await inTransaction(async (tx) => {
    const others = { doctor: { licenceNumber }, email: { not: email } };
    await tx.account.deleteMany({ where: { ...others, status: 'UNCONFIRMED' } });
    return tx.account.findFirst({ where: others });
  });
  if (taken === null) return;
  throw new AppError('licence-taken', { fields: { licenceNumber: ERRORS['licence-taken'][1] } });
}
