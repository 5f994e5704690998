/** The measuring program of `bench:forward`; runs on the system that bench-forward.ts started. */
import { parseArgs } from 'node:util';
import { database } from '@/platform/database/database';
import { renderPdf } from '@/reports/documents/render-pdf';
import { createDoctor, createPatient } from '../../../test/support/people/factories';
import { bloodPressureDocument } from '../../../test/support/reports/report-documents';
import { createFilledDraft, TIME_ZONE } from '../../../test/support/reports/report-factories';
import { callerOf, send, type Caller } from '../call-as';
import { percentile, summarise } from '../percentile';
import { startPrinter } from './print-with-chromium';
import { rawStore } from './raw-store';

const DOCTORS = 16;
const WARM_UP = 5;
const PRINTS = 30;
/** Each number of clients takes its turn so often, so that a busy moment of the machine meets both. */
const TURNS = 3;
const SENDS_OF_A_TURN = 96;

const { values } = parseArgs({
  // --json is accepted as by every measurement: the last line is one JSON object in any case.
  options: { sends: { type: 'string', default: '120' }, json: { type: 'boolean' } },
});
const sends = Number(values.sends);

/** A complete draft, and who may send it. */
interface Draft {
  doctor: Caller;
  reportId: string;
  updatedAt: string;
}

const statuses: Record<number, number> = {};
// Each with a patient of their own: the sums of one patient are changed one at a time.
const pairs = await Promise.all(
  Array.from({ length: DOCTORS }, async (_, number) => ({
    doctor: await callerOf(await createDoctor(), number),
    patient: await createPatient(),
  })),
);
let written = 0;

async function writeDraft(): Promise<Draft> {
  const pair = pairs[written % DOCTORS];
  if (pair === undefined) throw new Error('There is no doctor');
  const { doctor, patient } = pair;
  written += 1;
  return { doctor, ...(await createFilledDraft({ doctor: doctor.person, patient })) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function forward({ doctor, reportId, updatedAt }: Draft): Promise<void> {
  const body = { updatedAt, timeZone: TIME_ZONE };
  const { status } = await send(doctor, 'POST', `/api/reports/${reportId}/forward`, body);
  statuses[status] = (statuses[status] ?? 0) + 1;
}

/** Sends drafts by so many clients at once, each one after the other. @returns seconds that it took */
async function forwardAll(clients: number): Promise<number> {
  const drafts: Draft[] = [];
  for (let index = 0; index < SENDS_OF_A_TURN; index += 1) drafts.push(await writeDraft());
  const client = async () => {
    for (let draft = drafts.pop(); draft !== undefined; draft = drafts.pop()) await forward(draft);
  };
  return (await timed(() => Promise.all(Array.from({ length: clients }, client)))) / 1_000;
}

const store = rawStore();
const printer = await startPrinter();
const document = bloodPressureDocument();

const renderAndStore = async () => store.put(await renderPdf(document));
for (let index = 0; index < WARM_UP; index += 1) {
  await forward(await writeDraft());
  await renderAndStore();
  await printer.print(document);
}

const sendTimes: number[] = [];
const bare: number[] = [];
const chromium: number[] = [];
for (let index = 0; index < sends; index += 1) {
  const draft = await writeDraft();
  sendTimes.push(await timed(() => forward(draft)));
  bare.push(await timed(renderAndStore));
  if (index < PRINTS) chromium.push(await timed(() => printer.print(document)));
}
const round = (value: number) => Math.round(value * 100) / 100;
const [sent, work, print] = [summarise(sendTimes), summarise(bare), summarise(chromium)];
console.log(`a send:               p50 ${sent.p50} ms, p95 ${sent.p95} ms`);
console.log(`render and store:     p50 ${work.p50} ms, p95 ${work.p95} ms`);
console.log(`printed by Chromium:  p50 ${print.p50} ms, p95 ${print.p95} ms`);

const seconds: Record<4 | 16, number> = { 4: 0, 16: 0 };
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const clients of [4, 16] as const) seconds[clients] += await forwardAll(clients);
}
const perSecond = {
  4: round((TURNS * SENDS_OF_A_TURN) / seconds[4]),
  16: round((TURNS * SENDS_OF_A_TURN) / seconds[16]),
};
console.log(`${perSecond[4]} sends a second by 4 clients, ${perSecond[16]} by 16`);

const failed = Object.entries(statuses).filter(([status]) => Number(status) >= 500);
console.log(
  JSON.stringify({
    sends,
    send: sent,
    renderAndStore: work,
    /** To reach: at most 2. */
    ratio: { p95: round(sent.p95 / work.p95), p50: round(sent.p50 / work.p50) },
    chromium: { prints: chromium.length, ...print, bytes: printer.bytes() },
    pdfBytes: (await renderPdf(document)).length,
    shareOfSendsBelowTwice: round(
      sendTimes.filter((one) => one <= 2 * percentile(bare, 0.95)).length / sendTimes.length,
    ),
    perSecond,
    /** To reach: at least 1. */
    throughputRatio: round(perSecond[16] / perSecond[4]),
    statuses,
  }),
);
await printer.close();
await database().$disconnect();
process.exit(failed.length > 0 ? 1 : 0);
