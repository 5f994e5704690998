import { pathToFileURL } from 'node:url';
import { Secret } from 'otpauth';
import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import { totpMac } from '@/accounts/factors/totp/totp-mac';
import { sealTotpSecret } from '@/accounts/factors/totp/totp-secret';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../test/support/people/factories';
import { DEMO_APP_KEY, DEMO_PEOPLE, type DemoPerson } from './demo-people';
import { seedDemoReports } from './seed-demo-reports';

/** Makes the demo people who are not there yet; running it again changes nothing. */
export async function seedDemo(): Promise<void> {
  for (const person of DEMO_PEOPLE) {
    const known = await database().account.findUnique({ where: { confirmedEmail: person.email } });
    const { accountId } =
      known === null ? (await createDemoPerson(person)).actor : { accountId: known.id };
    await giveDemoApp(accountId);
  }
}

/** The authenticator app of somebody who has no second factor, also of a demonstration that is older than those. */
async function giveDemoApp(accountId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const { secondFactorSince } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    if (secondFactorSince !== null) return;
    await changeLockedAccount(tx, accountId, { secondFactorSince: now });
    const key = new Uint8Array(Secret.fromBase32(DEMO_APP_KEY).bytes);
    const made = { ...sealTotpSecret(accountId, key), confirmedAt: now, lastStep: 0n };
    const data = { ...made, mac: await totpMac(tx, { accountId, ...made }) };
    await tx.totpSecret.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
    });
  });
}

async function createDemoPerson(person: DemoPerson): Promise<Person> {
  switch (person.role) {
    case 'ADMIN':
      return createAdmin(person);
    case 'DOCTOR':
      return createDoctor(person);
    case 'PATIENT':
      return createPatient(person);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await seedDemo();
  await seedDemoReports();
  console.log(`Demo people and their reports are there: ${String(DEMO_PEOPLE.length)} accounts.`);
  await database().$disconnect();
}
