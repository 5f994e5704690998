/** The program of `bench:export`; runs on the services that bench-export.ts started. */
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { z } from 'zod';
import { requestExport } from '@/interop/exports/request-export';
import { database } from '@/platform/database/database';
import { waitAsCommand } from '@/platform/time/patience';
import { createDoctor, createPatient } from '../../../test/support/people/factories';
import { createForwardedReport } from '../../../test/support/reports/report-factories';
import { childEnvironment } from '../../provision/child-environment';
import { showProgress } from '../../provision/progress';
import { copyReport } from './copy-report';

const { values } = parseArgs({ options: { reports: { type: 'string', default: '2000' } } });
/** Of JavaScript objects, megabytes; what Node has besides is not limited. */
const HEAP_MB = 320;

const MEGABYTE = 1_000_000;

/** Of the process that makes a copy, bytes. */
const memorySchema = z.object({ atStart: z.number(), most: z.number() });

waitAsCommand();
const doctor = await createDoctor();

/** Has the copy of a new patient made. @returns its size, the memory of the process in megabytes, and how long it took */
async function measure(reports: number) {
  const patient = await createPatient();
  const reportId = await createForwardedReport({ doctor, patient });
  const progress = showProgress();
  await copyReport(patient, reportId, reports - 1, (count) =>
    progress.show(`${count + 1} of ${reports} reports are made`),
  );
  progress.end();
  const { accountId } = patient.actor;
  await requestExport(patient.actor);
  const began = performance.now();
  const { stdout } = await execa(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      ...['--import', 'tsx', 'scripts/bench/export/make-one-export.ts'],
    ],
    { env: childEnvironment({ LOG_LEVEL: 'silent' }), extendEnv: false },
  );
  const seconds = (performance.now() - began) / 1_000;
  const made = await database().recordsExport.findFirstOrThrow({ where: { accountId } });
  if (made.state !== 'READY') throw new Error(`The copy is ${made.state}`);
  const memory = memorySchema.parse(JSON.parse(stdout));
  return {
    reports,
    zipMegabytes: Math.round(Number(made.bytes) / MEGABYTE),
    memoryAtStart: Math.round(memory.atStart / MEGABYTE),
    mostMemory: Math.round(memory.most / MEGABYTE),
    seconds: Math.round(seconds),
  };
}

const few = await measure(20);
const many = await measure(Number(values.reports));
console.table([few, many]);
console.log(JSON.stringify({ few, many }));
await database().$disconnect();
process.exit();
