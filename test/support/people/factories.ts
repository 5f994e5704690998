import { v7 as uuidv7 } from 'uuid';
import { doctorProfileMac } from '@/accounts/doctors/doctor-profile-mac';
import { accountMac, NO_FACTORS } from '@/accounts/passwords/account-mac';
import type { Actor } from '@/accounts/sessions/actor';
import { countAccount } from '@/accounts/people/tally-accounts';
import { birthColumns } from '@/accounts/people/birth-date';
import { authenticateNewPatient } from '@/accounts/people/patient-profile-mac';
import { sealBloodGroup } from '@/accounts/people/sealed-blood-group';
import { nameColumns, nameKey } from '@/accounts/people/name-key';
import { nameParts } from '@/accounts/people/index-name';
import { openSession } from '@/accounts/sessions/open-session';
import type { AccountStatus, BloodGroup, Gender, Role } from '@/generated/prisma/enums';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { ensurePersonKey } from '@/vault/person-key';
import { quickHash } from './quick-hash';

/** What every made person logs in with, unless the caller gives something else. */
export const PASSWORD = 'calm-harbour-lantern';

/** A person with an account and, unless suspended or waiting, an active session. */
export interface Person {
  actor: Actor;
  password: string;
}

interface GivenAccount {
  name?: string;
  printedName?: string;
  email?: string;
  password?: string;
  status?: AccountStatus;
}

interface GivenPatient extends GivenAccount {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` */
  birthDate?: string;
  gender?: Gender;
  bloodGroup?: BloodGroup;
}

interface GivenDoctor extends GivenAccount {
  licenceNumber?: string;
  clinic?: string;
}

const NAMES = ['Deniz Korkmaz', 'Νίκος Ιωάννου', 'Ingrid Solberg', 'Иван Петров', 'Amina Hassan'];
let made = 0;

/** An active patient. Names repeat in a fixed order; addresses never do within one process. */
export function createPatient(given: GivenPatient = {}): Promise<Person> {
  const { birthDate = '1984-03-12', gender = 'female', bloodGroup = 'A_POSITIVE' } = given;
  const profile = { ...birthColumns(birthDate), gender };
  return createPerson('PATIENT', given, async (name, tx, id) => {
    const sealedBloodGroup = sealBloodGroup(await ensurePersonKey(tx, id), id, bloodGroup);
    return {
      patient: { create: { ...profile, sealedBloodGroup } },
      nameParts: { create: nameParts(name, profile.birthDate, given.printedName) },
    };
  });
}

/** An approved doctor. */
export function createDoctor(given: GivenDoctor = {}): Promise<Person> {
  const licenceNumber = given.licenceNumber ?? `CY-${String(process.pid)}-${String(made + 1)}`;
  const clinic = given.clinic ?? 'Harbour Clinic';
  const approvedLicence = (given.status ?? 'ACTIVE') === 'ACTIVE' ? licenceNumber : null;
  const profile = { licenceNumber, approvedLicence, clinic, clinicKey: nameKey(clinic) };
  return createPerson('DOCTOR', given, async (_, tx, accountId) => {
    const mac = await doctorProfileMac(tx, { accountId, licenceNumber, clinic });
    return { doctor: { create: { ...profile, mac } } };
  });
}

/** An administrator. */
export function createAdmin(given: GivenAccount = {}): Promise<Person> {
  return createPerson('ADMIN', given, () => ({}));
}

async function createPerson(
  role: Role,
  given: GivenAccount,
  profileOf: (name: string, tx: Transaction, id: string) => object | Promise<object>,
): Promise<Person> {
  made += 1;
  const { password = PASSWORD, status = 'ACTIVE' } = given;
  const name = given.name ?? NAMES[made % NAMES.length] ?? 'Somebody';
  const email =
    given.email ?? `${role.toLowerCase()}-${String(process.pid)}-${String(made)}@test.example`;
  const passwordHash = await quickHash(password);
  const account = await inTransaction(async (tx) => {
    countAccount(tx, role, { from: 'UNCONFIRMED', to: status });
    const names = nameColumns(name, given.printedName);
    const deciding = { id: uuidv7(), email, role, status, passwordHash, ...NO_FACTORS };
    const created = await tx.account.create({
      data: {
        ...deciding,
        mac: await accountMac(tx, { ...deciding, ...names }),
        ...names,
        emailConfirmedAt: status === 'UNCONFIRMED' ? null : new Date(),
        ...(await profileOf(name, tx, deciding.id)),
      },
    });
    if (role === 'PATIENT') await authenticateNewPatient(tx, created.id);
    return created;
  });
  const sessionId = await openSession(database(), account.id);
  const actor = {
    accountId: account.id,
    sessionId,
    role,
    status,
    displayName: name,
    email,
    device: null,
  };
  return { actor, password };
}
