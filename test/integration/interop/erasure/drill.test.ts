import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeMarkedPatients } from '../../../../scripts/drills/erasure/made-patients';
import { makeOldBackup, restoreOldBackup } from '../../../../scripts/drills/erasure/old-backup';
import { searchEverywhere } from '../../../../scripts/drills/erasure/search-everywhere';
import { makeFinal } from '../../../support/chain/patient-on-chain';
import { erase } from '../../../support/interop/erasures';
import { deliverMails } from '../../../support/people/mail';

/** The same with 200 patients and killed workers: `npm run drill:erasure`. */
it('leaves no word of erased patients, and an old backup opens nothing of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'erasure-drill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const made = await makeMarkedPatients(2);
  const [others, patients] = [made.slice(0, 1), made.slice(1)];
  await makeFinal();
  await deliverMails();
  const backups = await makeOldBackup(folder);
  const marks = patients.flatMap((patient) => patient.marks);
  // That a search finds what is there.
  expect((await searchEverywhere(marks, '')).dump).toBeGreaterThanOrEqual(2 * patients.length);
  for (const { person } of patients) await erase(person);
  await deliverMails();
  const nowhere = { dump: 0, objects: 0, chain: 0, logs: 0 };
  expect(await searchEverywhere(marks, '')).toEqual(nowhere);

  expect(await restoreOldBackup(backups, patients, others)).toEqual({
    ...{ broughtBack: 2, opened: 0, othersOpened: 2 },
  });
  // The names and addresses of accounts are back; what is sealed stays so.
  const sealedMarks = patients.flatMap((patient) => patient.sealedMarks);
  expect(await searchEverywhere(sealedMarks, '')).toEqual(nowhere);
}, 90_000);
