import { database } from '@/platform/database/database';

/** Those of some object addresses that belong to a report in any state. */
export async function findReferencedObjects(addresses: string[]): Promise<Set<string>> {
  const reports = await database().report.findMany({
    where: { objectAddress: { in: addresses } },
    select: { objectAddress: true },
  });
  return new Set(
    reports.flatMap(({ objectAddress }) => (objectAddress === null ? [] : [objectAddress])),
  );
}
