import { createHash } from 'node:crypto';
import type { Connection } from 'mariadb';
import type { ReportState } from '@/generated/prisma/enums';
import { sealMetadata } from '@/registry/metadata/seal-metadata';
import { sealTemplate } from '@/reports/sealed/report-template';
import { sealStaged } from '@/reports/sealed/staged-content';
import { newDataKey, wrapDataKey } from '@/vault/data-key';
import { fillPersonKeys, personKey } from './fill-person-keys';
import { doctorId, patientId, peopleAt, reportId, routeOf, spread } from './made-ids';

const FIRST = Date.parse('2020-01-01T00:00:00Z');
/** A million reports are written in less than six years. */
const EVERY_MS = 180_000;
const WALLET = '0x00000000000000000000000000000000000000AA';
const HASH = `0x${'ab'.repeat(32)}`;

/** Of a hundred reports. */
const STATES: readonly [ReportState, number][] = [
  ['ANCHORED', 79],
  ['FORWARDED', 4],
  ['REJECTED', 4],
  ['APPROVED', 3],
  ['DRAFT', 3],
  ['RETRACTED', 3],
  ['SUPERSEDED', 2],
  ['WITHDRAWN', 1],
  ['DISCARDED', 1],
];
/** Of the patient with the most reports, those after so many are all anchored: few wait at one time. */
const OPEN_BEFORE = 100;
const ON_CHAIN = new Set<ReportState>(['ANCHORED', 'RETRACTED', 'SUPERSEDED']);

/** One for all reports: only the wraps differ. */
const dataKey = newDataKey();

/** Makes the reports from one number up to another, with their rows on the chain's index. */
export async function fillReports(
  connection: Connection,
  { from, to, size }: { from: number; to: number; size: number },
): Promise<void> {
  const people = peopleAt(size);
  await fillPersonKeys(connection, [
    ...Array.from({ length: people.doctors }, (_, index) => doctorId(index)),
    ...Array.from({ length: people.patients }, (_, index) => patientId(index)),
  ]);
  const reports = Array.from({ length: to - from }, (_, place) => madeReport(from + place, people));
  await connection.batch(
    `INSERT INTO Report (id, code, sealedTemplate, state, doctorId, patientId, contentHash, objectAddress, wrappedKey,
        createdAt, updatedAt, forwardedAt, decidedAt, anchoredAt, endedAt, endSeenAt, countedState,
        countedPatientId)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    reports.map(({ columns }) => columns),
  );
  const staged = reports.filter(({ state }) => !ON_CHAIN.has(state) && state !== 'DISCARDED');
  await connection.batch(
    `INSERT INTO StagedReport (reportId, sealed) VALUES (?, ?)`,
    staged.map(({ id, doctor }) => [
      id,
      Buffer.from(sealStaged(dataKey, id, { form: {}, doctor: snapshot(doctor) })),
    ]),
  );
  const anchored = reports.filter(({ state }) => ON_CHAIN.has(state));
  await connection.batch(
    `INSERT INTO ChainReport (contentHash, owner, issuer, sealedMetadata, permissions, status, addedBlock,
        addedAt, addedTransaction, permissionsBlock, changedAt, isFinal, checkedAt)
      VALUES (?, '${WALLET}', '${WALLET}', ?, '[]', 1, ?, ?, '${HASH}', 1, ?, 1, ?)`,
    anchored.map(({ hash, at, index, doctor }) => [
      hash,
      Buffer.from(sealMetadata(dataKey, hash, metadata(doctor, at))),
      ...[index, at, at, at],
    ]),
  );
}

/** The key of each person who has none yet. */
function madeReport(index: number, people: { doctors: number; patients: number }) {
  const { doctor, patient } = routeOf(index, people);
  const at = new Date(FIRST + index * EVERY_MS);
  const state = patient === 0 && index >= OPEN_BEFORE ? 'ANCHORED' : stateOf(index);
  const isSent = state !== 'DRAFT' && state !== 'DISCARDED';
  const hash = createHash('sha256').update(`report ${index}`).digest();
  const when = (condition: boolean) => (condition ? at : null);
  const id = reportId(index);
  const isEnded = state === 'RETRACTED' || state === 'SUPERSEDED' || state === 'WITHDRAWN';
  const routed = state === 'DISCARDED' ? null : patientId(patient);
  const columns = [
    ...[id, String(index).padStart(16, 'R')],
    Buffer.from(sealTemplate(dataKey, id, 'BLOOD_PRESSURE')),
    ...[state, doctorId(doctor), routed],
    ...(isSent ? [hash, hash.toString('hex')] : [null, null]),
    Buffer.from(
      wrapDataKey(dataKey, personKey, {
        reportId: id,
        doctorId: doctorId(doctor),
        patientId: routed,
        contentHash: isSent ? hash : null,
      }),
    ),
    ...[at, at, when(isSent), when(isSent && state !== 'FORWARDED')],
    ...[when(ON_CHAIN.has(state)), when(isEnded), when(isEnded)],
    // As counted already, so that recounting has only the sums to make.
    ...[state, routed],
  ];
  return { index, id, state, doctor, at, hash, columns };
}

function stateOf(index: number): ReportState {
  let draw = spread(index) % 100;
  for (const [state, share] of STATES) {
    draw -= share;
    if (draw < 0) return state;
  }
  return 'ANCHORED';
}

function snapshot(doctor: number) {
  return {
    accountId: doctorId(doctor),
    name: `Dr. ${doctor}`,
    licenceNumber: `CY-${doctor}`,
    clinic: 'Harbour Clinic',
    email: `${doctorId(doctor)}@bench.example`,
  };
}

function metadata(doctor: number, uploadedAt: Date) {
  return {
    reportName: 'Blood pressure',
    objectAddress: 'ab'.repeat(32),
    ownerName: 'Deniz Korkmaz',
    ownerEmail: 'deniz@bench.example',
    doctorName: `Dr. ${doctor}`,
    doctorEmail: `${doctorId(doctor)}@bench.example`,
    uploadedAt,
  };
}
