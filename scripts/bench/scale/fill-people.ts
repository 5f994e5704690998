import { workplaceFields } from '@/accounts/doctors/doctor-profile-mac';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { patientFields } from '@/accounts/people/patient-profile-mac';
import { sealBloodGroup } from '@/accounts/people/sealed-blood-group';
import { nameParts } from '@/accounts/people/index-name';
import { nameKey } from '@/accounts/people/name-key';
import { accountFields, NO_FACTORS } from '@/accounts/passwords/account-mac';
import type { Role } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { proofMacBy, proofsKey } from '@/vault/proof-mac';
import { fillPersonKeys, personKey } from './fill-person-keys';
import { doctorId, patientId, peopleAt, spread, ADMIN } from './made-ids';
import type { Connection } from 'mariadb';

/** The password of every account of the bench. */
export const PASSWORD = 'calm-harbour-lantern';

const CLINIC = 'Harbour Clinic';

/** A part of many names. */
export const TYPED_NAME = 'mehmet';

const GIVEN = (
  'Mehmet Ayşe Eleni Nikos Fatma Andreas Maria Hüseyin Zeynep Giorgos Emine Costas ' +
  'Ali Despina Mustafa Katerina Hatice Yiannis Elif Petros'
).split(' ');
const FAMILY = (
  'Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Georgiou Ioannou Christodoulou ' +
  'Papadopoulos Nicolaou Constantinou Charalambous Andreou Hadjigeorgiou Stavrou Pavlou Michael ' +
  'Savvas Kyriacou Aslan Korkmaz Erdoğan Polat Güneş Yıldız Işıkoğlu Özdemir Aksoy Tekin Bulut ' +
  'Taş Uçar Acar Kurt Ünal'
).split(' ');

/** The address that a person of the bench logs in with. */
export function emailOf(id: string): string {
  return `${id}@bench.example`;
}

/** Makes the people of a size who do not exist yet. */
export async function fillPeople(connection: Connection, size: number): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  const { doctors, patients } = peopleAt(size);
  const [known] = await connection.query<{ doctors: bigint; patients: bigint }[]>(
    `SELECT (SELECT COUNT(*) FROM DoctorProfile) AS doctors,
      (SELECT COUNT(*) FROM PatientProfile) AS patients`,
  );
  const key = await proofsKey(database());
  const account = (id: string, name: string, role: Role) => {
    const deciding = {
      ...{ id, role, status: 'ACTIVE' as const, email: emailOf(id), passwordHash },
      ...{ displayName: name, printedName: null, ...NO_FACTORS },
    };
    const mac = Buffer.from(proofMacBy(key, 'account', accountFields(deciding)));
    return [
      ...[id, emailOf(id), name, nameKey(name), role, 'ACTIVE', passwordHash],
      ...[new Date('2026-01-01T00:00:00Z'), mac],
    ];
  };
  const insertAccounts = (rows: unknown[][]) =>
    connection.batch(
      `INSERT INTO Account (id, email, displayName, nameKey, role, status, passwordHash, emailConfirmedAt, mac)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      rows,
    );
  const newDoctors = range(Number(known?.doctors ?? 0), doctors);
  const newPatients = range(Number(known?.patients ?? 0), patients);
  if (newDoctors[0] === 0) await insertAccounts([account(ADMIN, 'Ada Admin', 'ADMIN')]);
  if (newDoctors.length > 0) {
    await insertAccounts(
      newDoctors.map((index) => account(doctorId(index), `Dr. ${madeName(index)}`, 'DOCTOR')),
    );
    await connection.batch(
      `INSERT INTO DoctorProfile (accountId, licenceNumber, approvedLicence, clinic, clinicKey, mac)
        VALUES (?, ?, ?, '${CLINIC}', 'harbourclinic', ?)`,
      newDoctors.map((index) => {
        const [accountId, licenceNumber] = [doctorId(index), `CY-${index}`];
        const fields = workplaceFields({ accountId, licenceNumber, clinic: CLINIC });
        const mac = Buffer.from(proofMacBy(key, 'doctor-profile', fields));
        return [accountId, licenceNumber, licenceNumber, mac];
      }),
    );
  }
  if (newPatients.length > 0) {
    await insertAccounts(
      newPatients.map((index) => account(patientId(index), madeName(index), 'PATIENT')),
    );
    const ids = newPatients.map((index) => patientId(index));
    await fillPersonKeys(connection, ids);
    await connection.batch(
      `INSERT INTO PatientProfile (accountId, number, birthDate, gender, sealedBloodGroup, mac)
        VALUES (?, ?, ?, 'female', ?, ?)`,
      newPatients.map((index) => {
        const [accountId, number, birthDate] = [patientId(index), index + 1, bornAt(index)];
        const sealed = sealBloodGroup(personKey, accountId, 'A_POSITIVE');
        const known = { birthPrecision: 'DAY', gender: 'female', firstReportAt: null } as const;
        const fields = patientFields({ accountId, number, birthDate, ...known });
        const mac = Buffer.from(proofMacBy(key, 'patient-profile', fields));
        return [accountId, number, birthDate, Buffer.from(sealed), mac];
      }),
    );
    await connection.batch(
      'INSERT INTO PatientNamePart (accountId, start, part, birthYear) VALUES (?, ?, ?, ?)',
      newPatients.flatMap((index) =>
        nameParts(madeName(index), bornAt(index)).map(({ start, part, birthYear }) => [
          ...[patientId(index), start, part, birthYear],
        ]),
      ),
    );
  }
}

function bornAt(index: number): Date {
  return new Date(Date.UTC(1940 + (index % 70), index % 12, 1 + (index % 28)));
}

function madeName(index: number): string {
  const draw = spread(index);
  const given = GIVEN[draw % GIVEN.length] ?? '';
  return `${given} ${FAMILY[Math.floor(draw / GIVEN.length) % FAMILY.length] ?? ''}`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, place) => from + place);
}
