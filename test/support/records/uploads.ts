import { randomUUID } from 'node:crypto';
import type { UploadKind } from '@/generated/prisma/enums';
import { announceUpload } from '@/records/uploads/announce-upload';
import { checkUpload } from '@/records/uploads/check-upload';
import { decideUpload } from '@/records/uploads/decide-upload';
import { receiveUpload } from '@/records/uploads/receive-upload';
import type { UploadAbout } from '@/records/uploads/upload-about';
import { database } from '@/platform/database/database';
import { createAdmin, type Person } from '../people/factories';

/** A file that is about to be sent. */
interface Given extends Partial<UploadAbout> {
  kind: UploadKind;
  file: Uint8Array;
}

/** Announces and sends a file. @returns its id */
export async function sendUpload({ actor }: Person, given: Given): Promise<string> {
  const { kind, file, title = 'X-ray of my hand', takenOn = '2026-03-01', note = null } = given;
  const { clinicMayLook = false } = given;
  const about = { title, takenOn, note, clinicMayLook };
  const { id } = await announceUpload(actor, { kind, bytes: file.length, ...about });
  await receiveUpload(actor, id, chunksOf(file));
  return id;
}

/** Does what a worker does about one file. */
export function checkSent(uploadId: string): Promise<void> {
  return checkUpload({ uploadId }, { id: 1n, locale: 'en' });
}

/** Sends a file, has it checked and approved. @returns its id */
export async function approvedUpload(person: Person, given: Given): Promise<string> {
  const id = await sendUpload(person, given);
  await checkSent(id);
  await decideUpload((await createAdmin()).actor, id, { decision: 'approve' });
  return id;
}

/** The row of a file. */
export function uploadRow(id: string) {
  return database().upload.findUniqueOrThrow({ where: { id } });
}

/** A file in pieces, as it arrives. */
export async function* chunksOf(file: Uint8Array, length = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += length) {
    yield await Promise.resolve(file.subarray(at, at + length));
  }
}

/** The id of a file that nobody has sent. */
export function noUpload(): string {
  return randomUUID();
}
