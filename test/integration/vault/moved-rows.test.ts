import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { openReportDocument } from '@/reports/content/open-report-document';
import { createDoctor, createPatient, type Person } from '../../support/people/factories';
import { createForwardedReport } from '../../support/reports/report-factories';

/** Somebody who can write to the database, has accounts of their own, and lacks the keyring. */
let doctor: Person;
let victim: Person;
let attacker: Person;
let victims: string;
let own: string;

beforeEach(async () => {
  [doctor, victim, attacker] = [await createDoctor(), await createPatient(), await createPatient()];
  victims = await createForwardedReport({ doctor, patient: victim });
  own = await createForwardedReport({ doctor, patient: attacker });
});

/** Runs statements in which `:own`, `:victims`, `:attacker` and `:victim` are ids. */
async function write(...statements: string[]): Promise<void> {
  const ids: Record<string, string> = {
    ':victims': victims,
    ':own': own,
    ':attacker': attacker.actor.accountId,
    ':victim': victim.actor.accountId,
  };
  for (const statement of statements) {
    const sql = statement.replace(/:\w+/g, (name) => `'${ids[name] ?? ''}'`);
    expect(await database().$executeRawUnsafe(sql)).toBeGreaterThan(0);
  }
}

describe('another patient’s PDF', () => {
  it('opens for its own patient', async () => {
    expect((await openReportDocument(victim.actor, victims)).pdf.length).toBeGreaterThan(1_000);
  });

  it.each([
    [
      'the report is given to the attacker',
      ['UPDATE Report SET patientId = :attacker WHERE id = :victims'],
    ],
    [
      'the victim’s key is given to the attacker, too',
      [
        'UPDATE Report SET patientId = :attacker WHERE id = :victims',
        'DELETE FROM PersonKey WHERE accountId = :attacker',
        'UPDATE PersonKey SET accountId = :attacker WHERE accountId = :victim',
      ],
    ],
    [
      'the report takes the id of one of the attacker',
      [
        'DELETE FROM StagedReport WHERE reportId IN (:own, :victims)',
        'DELETE FROM Report WHERE id = :own',
        'UPDATE Report SET id = :own, patientId = :attacker WHERE id = :victims',
      ],
    ],
  ])('does not open when %s', async (_, statements) => {
    await write(...statements);
    const moved = await database().report.findFirstOrThrow({
      where: { patientId: attacker.actor.accountId },
      orderBy: { createdAt: 'asc' },
    });
    await expect(openReportDocument(attacker.actor, moved.id)).rejects.toMatchObject({
      code: 'object-altered',
    });
  });

  it.each([
    ['its columns are', ['contentHash', 'objectAddress', 'wrappedKey', 'sealedTemplate']],
    ['all but its key are', ['contentHash', 'objectAddress']],
    ['its key and address are', ['objectAddress', 'wrappedKey']],
  ] as const)('does not open when %s copied into a row of the attacker', async (_, columns) => {
    const row = await database().report.findUniqueOrThrow({ where: { id: victims } });
    await database().report.update({
      where: { id: victims },
      data: { contentHash: null, objectAddress: null },
    });
    const data = Object.fromEntries(columns.map((column) => [column, row[column]]));
    await database().report.update({ where: { id: own }, data });
    await expect(openReportDocument(attacker.actor, own)).rejects.toMatchObject({
      code: 'object-altered',
    });
  });

  it('does not open for another doctor to whom the report is given', async () => {
    const other = await createDoctor();
    const data = { doctorId: other.actor.accountId };
    await database().report.update({ where: { id: victims }, data });
    await expect(openReportDocument(other.actor, victims)).rejects.toMatchObject({
      code: 'object-altered',
    });
  });
});
