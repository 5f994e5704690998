import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as getFile } from '@/app/api/uploads/[uploadId]/file/route';
import { PUT as putContent } from '@/app/api/uploads/[uploadId]/content/route';
import { POST as decide } from '@/app/api/admin/uploads/[uploadId]/decision/route';
import { announceUpload } from '@/records/uploads/announce-upload';
import { decideUpload } from '@/records/uploads/decide-upload';
import { findUploadObjects } from '@/records/uploads/find-upload-objects';
import { listOwnUploads } from '@/records/uploads/list-own-uploads';
import { listWaitingUploads } from '@/records/uploads/list-waiting-uploads';
import { lookAtUpload, openOwnUpload } from '@/records/uploads/open-upload';
import { receiveUpload } from '@/records/uploads/receive-upload';
import { removeUpload } from '@/records/uploads/remove-upload';
import { sweepUploads } from '@/records/uploads/sweep-uploads';
import { MAX_ANNOUNCED, MAX_FILE_BYTES } from '@/records/uploads/upload-limits';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { DAY_MS } from '@/platform/time/durations';
import { getObject, listNames, putObject } from '@/vault/object-store';
import { callRoute } from '../../support/app/browser';
import { collect } from '../../support/collect';
import { filesOf, readyExport } from '../../support/interop/exports';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';
import { actionsAbout } from '../../support/people/trail';
import {
  activePdf,
  dicomFile,
  jpegFile,
  MARK,
  pdfFile,
  pngFile,
} from '../../support/records/made-files';
import {
  approvedUpload,
  checkSent,
  chunksOf,
  noUpload,
  sendUpload,
  uploadRow,
} from '../../support/records/uploads';

vi.mock('next/headers', () => import('../../support/app/request-headers'));

const NOT_FOUND = { code: 'not-found' };
const ABOUT = { title: 'A', takenOn: null, note: null, clinicMayLook: false };

let patient: Person;
let admin: Person;
beforeAll(async () => {
  [patient, admin] = [await createPatient(), await createAdmin()];
});

function partsOf(id: string): Promise<string[]> {
  return collect(listNames(`uploads/${id}/`));
}

describe('a patient brings a file', () => {
  it('which is rebuilt, approved and read; nothing of what was sent stays', async () => {
    const note = 'It hurts when I write.';
    const file = await activePdf();
    const id = await sendUpload(patient, { kind: 'PDF', file, title: 'Letter', note });
    const received = await uploadRow(id);
    expect(received).toMatchObject({ state: 'RECEIVED', bytes: file.length, parts: 1 });
    const [part = ''] = await partsOf(id);
    expect(Buffer.from((await getObject(part)) ?? []).toString('latin1')).not.toContain(MARK);
    expect(Buffer.from(received.sealedAbout).toString('latin1')).not.toContain('Letter');
    await expect(openOwnUpload(patient.actor, id, 'file')).rejects.toMatchObject(NOT_FOUND);

    await checkSent(id);
    await checkSent(id);
    const checked = await uploadRow(id);
    expect(checked).toMatchObject({ state: 'CHECKED', pages: 1, isScanned: false });
    expect(checked.mediaType).toBe('application/pdf');
    expect(await partsOf(id)).toEqual([]);
    expect(await findUploadObjects([checked.objectAddress ?? '', 'x'])).toEqual(
      new Set([checked.objectAddress]),
    );
    await expect(openOwnUpload(patient.actor, id, 'file')).rejects.toMatchObject(NOT_FOUND);

    const { uploads } = await listWaitingUploads(1);
    const waiting = uploads.find((upload) => upload.id === id);
    expect(waiting).toMatchObject({
      kind: 'PDF',
      pages: 1,
      isScanned: false,
      clinicMayLook: false,
    });
    expect(JSON.stringify(waiting)).not.toContain('Letter');
    await expect(lookAtUpload(admin.actor, id)).rejects.toMatchObject(NOT_FOUND);

    await decideUpload(admin.actor, id, { decision: 'approve' });
    const [own] = await listOwnUploads(patient.actor);
    expect(own).toMatchObject({
      id,
      state: 'APPROVED',
      title: 'Letter',
      note,
      takenOn: '2026-03-01',
    });
    const opened = await openOwnUpload(patient.actor, id, 'file');
    expect(Buffer.from(opened.file).toString('latin1')).not.toContain(MARK);
    expect(opened.fileName).toMatch(/^MedAnchor-file-[\d-]+-\w{6}\.pdf$/);

    const files = await filesOf(patient, await readyExport(patient));
    expect(files[`own-files/${opened.fileName}`]).toEqual(Buffer.from(opened.file));
    expect(String(files['own-files.json'])).toContain(note);
    expect(String(files['index.html'])).toContain('Letter');
    expect(await actionsAbout(patient.actor.accountId)).toEqual(
      expect.arrayContaining(['upload.checked', 'upload.approved']),
    );
  });

  it('and lets the clinic look at it before the decision', async () => {
    const given = { kind: 'DICOM', file: dicomFile(), clinicMayLook: true } as const;
    const id = await sendUpload(patient, given);
    await checkSent(id);
    const seen = await lookAtUpload(admin.actor, id);
    expect(seen.mediaType).toBe('image/png');
    await decideUpload(admin.actor, id, { decision: 'approve' });
    // Decided: there is nothing to look at any more.
    await expect(lookAtUpload(admin.actor, id)).rejects.toMatchObject(NOT_FOUND);
    expect((await openOwnUpload(patient.actor, id, 'picture')).mediaType).toBe('image/png');
    expect((await openOwnUpload(patient.actor, id, 'file')).mediaType).toBe('application/dicom');
  });

  it('and reads why it was not accepted', async () => {
    const wrong = await sendUpload(patient, { kind: 'JPEG', file: await pngFile() });
    await checkSent(wrong);
    const rejected = await sendUpload(patient, { kind: 'PNG', file: await pngFile() });
    await checkSent(rejected);
    const { objectAddress } = await uploadRow(rejected);
    await decideUpload(admin.actor, rejected, { decision: 'reject', reason: 'Not a record.' });
    const own = await listOwnUploads(patient.actor);
    expect(own.find(({ id }) => id === wrong)).toMatchObject({
      state: 'REJECTED',
      refusal: 'other-kind',
    });
    expect(own.find(({ id }) => id === rejected)).toMatchObject({
      state: 'REJECTED',
      reason: 'Not a record.',
    });
    expect(await getObject(objectAddress ?? '')).toBeNull();
    expect(await partsOf(wrong)).toEqual([]);
    const notices = await database().notification.findMany({
      where: { accountId: patient.actor.accountId, kind: 'upload-rejected' },
    });
    expect(notices).toHaveLength(2);
  });

  it('and removes it with everything in the store', async () => {
    const id = await approvedUpload(patient, { kind: 'DICOM', file: dicomFile() });
    const { objectAddress, previewAddress } = await uploadRow(id);
    await removeUpload(patient.actor, id);
    expect(await database().upload.count({ where: { id } })).toBe(0);
    expect(await getObject(objectAddress ?? '')).toBeNull();
    expect(await getObject(previewAddress ?? '')).toBeNull();
    await expect(removeUpload(patient.actor, id)).rejects.toMatchObject(NOT_FOUND);
  });
});

describe('a file is refused', () => {
  it('to everybody but its patient, as if it did not exist', async () => {
    const id = await approvedUpload(patient, { kind: 'JPEG', file: await jpegFile() });
    const path = `/api/uploads/${id}/file`;
    const statusFor = async (person: Person | null) =>
      (
        await callRoute(
          getFile,
          { method: 'GET', path, params: { uploadId: id } },
          person?.actor.sessionId ?? null,
        )
      ).status;
    expect(await statusFor(patient)).toBe(200);
    expect(await statusFor(await createPatient())).toBe(404);
    expect(await statusFor(await createDoctor())).toBe(403);
    expect(await statusFor(admin)).toBe(403);
    expect(await statusFor(null)).toBe(401);
    for (const { actor } of [await createPatient(), await createDoctor()]) {
      await expect(openOwnUpload(actor, id, 'file')).rejects.toMatchObject(NOT_FOUND);
      await expect(removeUpload(actor, id)).rejects.toMatchObject(NOT_FOUND);
    }
    await expect(
      decideUpload(admin.actor, noUpload(), { decision: 'approve' }),
    ).rejects.toMatchObject(NOT_FOUND);
    const response = await callRoute(
      decide,
      {
        ...{ method: 'POST', path: `/api/admin/uploads/${id}/decision`, params: { uploadId: id } },
        body: { decision: 'approve' },
      },
      patient.actor.sessionId,
    );
    expect(response.status).toBe(403);
  });

  it('when its row was moved to another person', async () => {
    const [id, other] = [
      await approvedUpload(patient, { kind: 'PNG', file: await pngFile() }),
      await createPatient(),
    ];
    // They have a key of their own.
    await announceUpload(other.actor, { ...ABOUT, kind: 'PNG', bytes: 1 });
    const { accountId } = other.actor;
    await database().upload.update({ where: { id }, data: { accountId } });
    await expect(openOwnUpload(other.actor, id, 'file')).rejects.toMatchObject({
      code: 'object-altered',
    });
    await database().upload.delete({ where: { id } });
  });

  it('when it is not as long as was announced, or came already', async () => {
    const { id } = await announceUpload(patient.actor, { ...ABOUT, kind: 'PNG', bytes: 10 });
    const send = (bytes: number) =>
      receiveUpload(patient.actor, id, chunksOf(new Uint8Array(bytes)));
    await expect(send(9)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await partsOf(id)).toEqual([]);
    await send(10);
    await expect(send(10)).rejects.toMatchObject({ code: 'wrong-state' });
    await removeUpload(patient.actor, id);
  });

  it('when it is too large, before and while it arrives', async () => {
    const { id } = await announceUpload(patient.actor, {
      ...{ ...ABOUT, kind: 'PNG', bytes: MAX_FILE_BYTES },
    });
    const response = await callRoute(
      putContent,
      {
        ...{ method: 'PUT', path: `/api/uploads/${id}/content`, params: { uploadId: id } },
        body: new Uint8Array(MAX_FILE_BYTES + 1),
      },
      patient.actor.sessionId,
    );
    expect(response.status).toBe(413);
    expect((await uploadRow(id)).state).toBe('ANNOUNCED');
    expect(await partsOf(id)).toEqual([]);
    await removeUpload(patient.actor, id);
  });

  it('when too many are on their way, also when they are announced at once', async () => {
    const { actor } = await createPatient();
    const announced = await Promise.allSettled(
      Array.from({ length: MAX_ANNOUNCED + 5 }, () =>
        announceUpload(actor, { ...ABOUT, kind: 'PNG', bytes: 1 }),
      ),
    );
    expect(announced.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_ANNOUNCED);
    const { accountId } = actor;
    expect(await database().upload.count({ where: { accountId } })).toBe(MAX_ANNOUNCED);
  });

  it('by the second of two administrators', async () => {
    const id = await sendUpload(patient, { kind: 'PNG', file: await pngFile() });
    await checkSent(id);
    const results = await Promise.allSettled([
      decideUpload(admin.actor, id, { decision: 'approve' }),
      decideUpload((await createAdmin()).actor, id, {
        decision: 'reject',
        reason: 'Not a record.',
      }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('what was left in the middle', () => {
  it('is swept, and what waits for its check is kept', async () => {
    const waiting = await sendUpload(patient, { kind: 'PNG', file: await pngFile() });
    const { receipt } = await uploadRow(waiting);
    const old = await announceUpload(patient.actor, { ...ABOUT, kind: 'PNG', bytes: 1 });
    await database().upload.update({
      where: { id: old.id },
      data: { announcedAt: new Date(Date.now() - 2 * DAY_MS) },
    });
    const young = await announceUpload(patient.actor, { ...ABOUT, kind: 'PNG', bytes: 1 });
    for (const id of [old.id, young.id, waiting, noUpload()]) {
      await putObject(`uploads/${id}/another-try/1`, new Uint8Array(1));
    }
    expect(await sweepUploads()).toBe(3);
    expect(await partsOf(waiting)).toEqual([`uploads/${waiting}/${receipt ?? ''}/1`]);
    expect(await partsOf(young.id)).toHaveLength(1);
    expect(await database().upload.count({ where: { id: old.id } })).toBe(0);
    await checkSent(waiting);
    expect((await uploadRow(waiting)).state).toBe('CHECKED');
  });
});

/** Answers as ClamAV's daemon does (INSTREAM). */
function fakeDaemon(answer: string): Promise<{ server: Server; path: string; seen: number[] }> {
  const path = join(tmpdir(), `clamd-${noUpload()}.sock`);
  const seen: number[] = [];
  const server = createServer((socket) => {
    let bytes = 0;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      if (!chunk.subarray(-4).equals(Buffer.alloc(4))) return;
      seen.push(bytes);
      socket.end(answer);
    });
  });
  return new Promise((resolve) => server.listen(path, () => resolve({ server, path, seen })));
}

describe('where ClamAV is set up', () => {
  it.each([
    ['stream: OK\0', { state: 'CHECKED', isScanned: true }],
    ['stream: Eicar-Signature FOUND\0', { state: 'REJECTED', refusal: 'virus' }],
  ])('its answer %j decides', async (answer, becomes) => {
    const { server, path, seen } = await fakeDaemon(answer);
    Object.assign(env(), { CLAMD_SOCKET: path });
    try {
      const id = await sendUpload(patient, { kind: 'PDF', file: await pdfFile() });
      await checkSent(id);
      expect(await uploadRow(id)).toMatchObject(becomes);
      expect(seen).toHaveLength(1);
    } finally {
      server.close();
      Object.assign(env(), { CLAMD_SOCKET: undefined });
    }
  });

  it('nothing passes while it does not answer', async () => {
    const id = await sendUpload(patient, { kind: 'PDF', file: await pdfFile() });
    Object.assign(env(), { CLAMD_SOCKET: join(tmpdir(), 'no-clamd.sock') });
    await expect(checkSent(id)).rejects.toThrow();
    Object.assign(env(), { CLAMD_SOCKET: undefined });
    expect((await uploadRow(id)).state).toBe('RECEIVED');
    await checkSent(id);
    expect((await uploadRow(id)).state).toBe('CHECKED');
  });
});
