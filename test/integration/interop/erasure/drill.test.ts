import { expect, it } from 'vitest';
import { makeMarkedPatients } from '../../../../scripts/drills/erasure/made-patients';
import { searchEverywhere } from '../../../../scripts/drills/erasure/search-everywhere';
import { makeFinal } from '../../../support/chain/patient-on-chain';
import { erase } from '../../../support/interop/erasures';
import { deliverMails } from '../../../support/people/mail';

/** The same with 200 patients and killed workers: `npm run drill:erasure`. */
it('leaves no word of erased patients in a dump, in objects and on the chain', async () => {
  const patients = await makeMarkedPatients(3);
  await makeFinal();
  await deliverMails();
  const marks = patients.flatMap((patient) => patient.marks);
  // That a search finds what is there.
  expect((await searchEverywhere(marks, '')).dump).toBeGreaterThanOrEqual(2 * patients.length);
  for (const { person } of patients) await erase(person);
  await deliverMails();
  expect(await searchEverywhere(marks, '')).toEqual({ dump: 0, objects: 0, chain: 0, logs: 0 });
});
