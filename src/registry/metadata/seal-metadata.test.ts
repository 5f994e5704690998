import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newDataKey } from '@/vault/data-key';
import type { ReportMetadata } from './report-metadata';
import { openMetadata, sealMetadata } from './seal-metadata';

const dataKey = newDataKey();
const contentHash = randomBytes(32);

const metadata: ReportMetadata = {
  reportName: 'Blood pressure',
  objectAddress: 'ab'.repeat(32),
  ownerName: 'Νίκος Ιωάννου',
  ownerEmail: 'nikos.ioannou@example.org',
  doctorName: 'Dr Deniz Korkmaz-Çelik',
  doctorEmail: 'deniz.korkmaz@harbour-clinic.example',
  uploadedAt: new Date('2026-11-21T09:30:15Z'),
};

const longest: ReportMetadata = {
  ...metadata,
  ownerName: 'Ω'.repeat(120),
  ownerEmail: `${'a'.repeat(242)}@example.org`,
  doctorName: '😀'.repeat(60),
  doctorEmail: `${'b'.repeat(242)}@example.org`,
};

describe('sealed metadata', () => {
  it('opens to what was sealed', () => {
    expect(
      openMetadata(dataKey, contentHash, sealMetadata(dataKey, contentHash, metadata)),
    ).toEqual(metadata);
  });

  it('shows a report that was sealed as “High blood pressure” under the present name', () => {
    const old = { ...metadata, reportName: 'High blood pressure' };
    const sealed = sealMetadata(dataKey, contentHash, old);
    expect(openMetadata(dataKey, contentHash, sealed)).toEqual(metadata);
  });

  it('has 300 bytes for an ordinary report, whatever the names are', () => {
    const short = { ...metadata, ownerName: 'Li', doctorName: 'Bo' };
    expect(sealMetadata(dataKey, contentHash, metadata)).toHaveLength(300);
    expect(sealMetadata(dataKey, contentHash, short)).toHaveLength(300);
  });

  it('has the next fixed size for longer ones', () => {
    const long = { ...metadata, ownerName: 'Ω'.repeat(80) };
    expect(sealMetadata(dataKey, contentHash, long)).toHaveLength(512);
  });

  it('always fits into what the contract takes, with names cut between characters', () => {
    const sealed = sealMetadata(dataKey, contentHash, longest);
    const opened = openMetadata(dataKey, contentHash, sealed);
    expect(sealed).toHaveLength(1024);
    expect(opened.ownerEmail).toBe(longest.ownerEmail);
    expect(opened.ownerName).toMatch(/^Ω{88}…$/u);
    expect(opened.doctorName).toMatch(/^😀{44}…$/u);
  });

  it('never seals the same bytes twice', () => {
    const sealed = () => Buffer.from(sealMetadata(dataKey, contentHash, metadata)).toString('hex');
    expect(sealed()).not.toBe(sealed());
  });

  it.each([
    ['another report’s hash', dataKey, randomBytes(32)],
    ['another key', newDataKey(), contentHash],
  ])('does not open with %s', (_, key, hash) => {
    const sealed = sealMetadata(dataKey, contentHash, metadata);
    expect(() => openMetadata(key, hash, sealed)).toThrow();
  });

  it('does not open when a bit has changed', () => {
    const sealed = sealMetadata(dataKey, contentHash, metadata);
    sealed[100] = (sealed[100] ?? 0) ^ 1;
    expect(() => openMetadata(dataKey, contentHash, sealed)).toThrow();
  });
});
