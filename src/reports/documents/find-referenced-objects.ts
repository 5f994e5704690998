import { database } from '@/platform/database/database';

/** Which of some object addresses belong to a report, whatever its state. */
export async function findReferencedObjects(addresses: string[]): Promise<Set<string>> {
  const reports = await database().report.findMany({
    where: { objectAddress: { in: addresses } },
    select: { objectAddress: true },
  });
  return new Set(
    reports.flatMap(({ objectAddress }) => (objectAddress === null ? [] : [objectAddress])),
  );
}
