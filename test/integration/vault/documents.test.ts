import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataKey } from '@/vault/data-key';
import { getObject, objectSize, putObject } from '@/vault/object-store';
import { openDocument } from '@/vault/open-document';
import { sealDocument } from '@/vault/seal-document';
import { sweepOrphans } from '@/vault/sweep-orphans';
import { behindProxy } from '../../support/services/behind-proxy';

const store = await behindProxy('S3_ENDPOINT');

/** A document as a report keeps it. */
async function sealed(pdf: Uint8Array = randomBytes(5_000)) {
  const dataKey = newDataKey();
  const contentHash = createHash('sha256').update(pdf).digest();
  const { objectAddress, stored } = await sealDocument(dataKey, pdf, contentHash);
  await stored;
  return { pdf, document: { objectAddress, contentHash, dataKey } };
}

describe('a sealed document', () => {
  it('opens again, and its object is the ciphertext under its own hash', async () => {
    const { pdf, document } = await sealed();
    expect(Buffer.from(await openDocument(document))).toEqual(pdf);
    const object = Buffer.from((await getObject(document.objectAddress)) ?? []);
    expect(createHash('sha256').update(object).digest('hex')).toBe(document.objectAddress);
    expect(object.includes(Buffer.from(pdf.subarray(0, 16)))).toBe(false);
    expect(await objectSize(document.objectAddress)).toBe(pdf.length + 28);
  });

  it('makes another object each time', async () => {
    const pdf = randomBytes(100);
    const first = await sealed(pdf);
    const second = await sealed(pdf);
    expect(first.document.objectAddress).not.toBe(second.document.objectAddress);
  });

  it('is refused when its object was altered', async () => {
    const { document } = await sealed();
    const object = (await getObject(document.objectAddress)) ?? new Uint8Array();
    await putObject(
      document.objectAddress,
      object.map((byte, at) => (at === 99 ? byte ^ 1 : byte)),
    );
    await expect(openDocument(document)).rejects.toMatchObject({ code: 'object-altered' });
  });

  it('is refused when its object is another document’s', async () => {
    const { document } = await sealed();
    const other = await sealed();
    const swapped = { ...document, objectAddress: other.document.objectAddress };
    await expect(openDocument(swapped)).rejects.toMatchObject({ code: 'object-altered' });
  });

  it('is refused when its object is gone', async () => {
    const { document } = await sealed();
    const lost = { ...document, objectAddress: '0'.repeat(64) };
    await expect(openDocument(lost)).rejects.toMatchObject({ code: 'object-altered' });
  });
});

describe('while the store is down', () => {
  beforeAll(() => store.cut());
  afterAll(() => store.mend());

  it('sealing, opening and sweeping fail as such, within the time of a test', async () => {
    const unavailable = { code: 'store-unavailable' };
    await expect(sealed()).rejects.toMatchObject(unavailable);
    const document = {
      objectAddress: '1'.repeat(64),
      contentHash: randomBytes(32),
      dataKey: newDataKey(),
    };
    await expect(openDocument(document)).rejects.toMatchObject(unavailable);
    const noReferences = () => Promise.resolve(new Set<string>());
    await expect(sweepOrphans(noReferences)).rejects.toMatchObject(unavailable);
  });
});

it('works again when the store is back', async () => {
  const { pdf, document } = await sealed();
  expect(Buffer.from(await openDocument(document))).toEqual(pdf);
});
