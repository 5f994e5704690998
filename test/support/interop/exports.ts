import { unzipSync } from 'fflate';
import { database } from '@/platform/database/database';
import { makeExports } from '@/interop/exports/make-exports';
import { openExport } from '@/interop/exports/open-export';
import { requestExport } from '@/interop/exports/request-export';
import { collect } from '../collect';
import type { Person } from '../people/factories';

/** A worker that is not asked to stop. */
export const RUNNING = new AbortController().signal;

/** Does what the workers do until no copy is due. */
export async function makeDueExports(): Promise<void> {
  while (await makeExports(RUNNING));
}

/** The newest copy of a person. */
export function exportOf({ actor }: Person) {
  return database().recordsExport.findFirstOrThrow({
    where: { accountId: actor.accountId },
    orderBy: { requestedAt: 'desc' },
  });
}

/** Asks for a copy and has it made. @returns its id */
export async function readyExport(person: Person): Promise<string> {
  await requestExport(person.actor);
  await makeDueExports();
  return (await exportOf(person)).id;
}

/** The files of a person's copy as they get them, by their paths. */
export async function filesOf(person: Person, exportId: string): Promise<Record<string, Buffer>> {
  const { bytes, content } = await openExport(person.actor, exportId);
  const zip = Buffer.concat(await collect(content));
  if (zip.length !== bytes) throw new Error(`${bytes} bytes were promised`);
  const files = Object.entries(unzipSync(zip));
  return Object.fromEntries(files.map(([path, file]) => [path, Buffer.from(file)]));
}
