import { database } from '@/platform/database/database';

/** Those of some object addresses that belong to a patient's own file. */
export async function findUploadObjects(addresses: string[]): Promise<Set<string>> {
  const among = { in: addresses };
  const uploads = await database().upload.findMany({
    where: { OR: [{ objectAddress: among }, { previewAddress: among }] },
    select: { objectAddress: true, previewAddress: true },
  });
  const named = uploads.flatMap((upload) => [upload.objectAddress, upload.previewAddress]);
  return new Set(named.filter((address) => address !== null));
}
