import { pathToFileURL } from 'node:url';
import { database } from '@/platform/database/database';
import { createAdmin, createDoctor, createPatient } from '../../test/support/people/factories';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people';
import { seedDemoReports } from './seed-demo-reports';

/** Makes the demo people who are not there yet; running it again changes nothing. */
export async function seedDemo(): Promise<void> {
  for (const person of DEMO_PEOPLE) {
    const known = await database().account.findUnique({ where: { confirmedEmail: person.email } });
    if (known === null) await createDemoPerson(person);
  }
}

async function createDemoPerson(person: DemoPerson): Promise<void> {
  switch (person.role) {
    case 'ADMIN':
      await createAdmin(person);
      return;
    case 'DOCTOR':
      await createDoctor(person);
      return;
    case 'PATIENT':
      await createPatient(person);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await seedDemo();
  await seedDemoReports();
  console.log(`Demo people and their reports are there: ${String(DEMO_PEOPLE.length)} accounts.`);
  await database().$disconnect();
}
