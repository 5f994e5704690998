import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { Wallet } from 'ethers';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { openKit, openKitReport, type KitSources } from '@/reports/recover-page/open-kit';
import { ChainSearch } from '@/reports/recover-page/search-chain';
import { openReportDocument } from '@/reports/content/open-report-document';
import { keyFileName, listFileName } from '@/vault/recovery-kit/kit-files';
import { readPaperKey } from '@/vault/recovery-kit/paper-key';
import { ageProgram } from '../../../../scripts/provision/age-program';
import { reaches } from '../../../../scripts/messages/import-graph';
import { anchorReport } from '../../../support/chain/anchor-report';
import { bindWallet } from '../../../support/chain/test-chain';
import { RUNNING } from '../../../support/interop/exports';
import { createDoctor, createPatient } from '../../../support/people/factories';
import {
  documentedScript,
  fillKit,
  givePaperKey,
  giveWalletKey,
  keyOfWallet,
  publicSources,
} from '../../../support/recovery-kit/kits';
import {
  createApprovedReport,
  createForwardedReport,
} from '../../../support/reports/report-factories';
import { behindProxy } from '../../../support/services/behind-proxy';

const databaseProxy = await behindProxy('DATABASE_URL');
const [doctor, patient, other] = [
  await createDoctor(),
  await createPatient(),
  await createPatient(),
];
const wallet = await bindWallet(patient);
const sealedId = await createApprovedReport({ doctor, patient });
await anchorReport(patient, wallet, sealedId);
const sentId = await createForwardedReport({ doctor, patient, template: 'COVID_19' });
await createForwardedReport({ doctor, patient: other });
const byWallet = await giveWalletKey(patient, wallet);
const onPaper = await givePaperKey(patient);
const ofOther = await givePaperKey(other);
await fillKit(patient);
await fillKit(other);
const pdfs = new Map<string, Buffer>();
for (const id of [sealedId, sentId]) {
  const { pdf } = await openReportDocument(patient.actor, id);
  pdfs.set(createHash('sha256').update(pdf).digest('hex'), Buffer.from(pdf));
}
const sources = publicSources();
const [sealedHash = '', sentHash = ''] = pdfs.keys();
const folder = await mkdtemp(join(tmpdir(), 'medanchor-kit-'));

beforeAll(() => databaseProxy.cut());
afterAll(async () => {
  await databaseProxy.mend();
  await rm(folder, { recursive: true });
});

/** The sources with one file replaced. */
function withFile(name: string, replace: (bytes: Uint8Array) => Uint8Array | null): KitSources {
  return {
    ...sources,
    readFile: async (wanted) => {
      const bytes = await sources.readFile(wanted);
      if (wanted !== name || bytes === null) return bytes;
      const replaced = replace(bytes);
      return replaced && Uint8Array.from(replaced);
    },
  };
}

async function reportOf(identity: string, from = sources, hash = sealedHash) {
  const kit = await openKit(identity, from);
  const report = kit?.reports.find(({ contentHash }) => contentHash === hash);
  if (kit === null || report === undefined) throw new Error('The kit lacks the report');
  return { kit, report };
}

async function sealedBy(wallets: readonly string[]) {
  return [...(await new ChainSearch(sources.registry, wallets).run(RUNNING, () => undefined))];
}

const flipped = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 99 ? byte ^ 1 : byte));

describe('without application, database and keyring', () => {
  it('neither the database nor our environment can be asked', async () => {
    await expect(database().account.count()).rejects.toThrow();
    for (const ours of ['src/platform/env.ts', 'src/platform/database/database.ts']) {
      expect(reaches('src/reports/recover-page/page.ts', ours)).toBe(false);
    }
  });

  it.each([
    ['the wallet', () => keyOfWallet(wallet)],
    ['the sheet of paper', () => Promise.resolve(readPaperKey(onPaper.toLowerCase()) ?? '')],
  ])('%s opens every report, byte for byte, as the chain has it', async (_, key) => {
    const kit = await openKit(await key(), sources);
    expect(kit?.reports.map(({ contentHash }) => contentHash)).toEqual([sealedHash, sentHash]);
    expect(kit).toMatchObject({ unopened: [], wallets: [wallet.address.toLowerCase()] });
    expect(kit?.reports.map(({ onChain }) => onChain)).toMatchObject([
      {
        state: 'sealed',
        owner: wallet.address.toLowerCase(),
        valid: true,
        metadata: { reportName: 'Blood pressure', doctorName: doctor.actor.displayName },
      },
      { state: 'not-sealed' },
    ]);
    for (const report of kit?.reports ?? []) {
      const opened = await openKitReport(report, sources);
      if (opened.outcome !== 'opened') throw new Error(opened.outcome);
      expect(Buffer.from(opened.pdf).equals(pdfs.get(report.contentHash) ?? Buffer.of())).toBe(
        true,
      );
    }
  });

  it('plain age and the documented script open every report', async () => {
    const at = (name: string) => join(folder, name);
    const download = async (name: string) => {
      await writeFile(at(name), (await sources.readFile(name)) ?? '');
      return at(name);
    };
    await writeFile(at('key.txt'), `${onPaper}\n`, { mode: 0o600 });
    await writeFile(at('open-report.mjs'), await documentedScript());
    const age = async (file: string) =>
      (await execa(ageProgram(), ['-d', '-i', at('key.txt'), file])).stdout;
    const list = await age(await download(await listFileName(await identityToRecipient(onPaper))));
    const { reports } = JSON.parse(list) as { reports: { object: string; contentHash: string }[] };
    expect(reports.map(({ contentHash }) => contentHash)).toEqual([sealedHash, sentHash]);
    for (const { object, contentHash } of reports) {
      await writeFile(at('key.json'), await age(await download(keyFileName(object))));
      const script = [at('open-report.mjs'), at('key.json'), await download(object), at('r.pdf')];
      await execa(process.execPath, script, { env: {}, extendEnv: false });
      expect((await readFile(at('r.pdf'))).equals(pdfs.get(contentHash) ?? Buffer.of())).toBe(true);
    }
  }, 60_000);

  it('files that were chosen by hand do, too, with or without the list', async () => {
    const { kit } = await reportOf(onPaper);
    const names = kit.reports.map(({ objectAddress }) => keyFileName(objectAddress));
    const chosen: KitSources = {
      ...sources,
      names,
      readFile: (name) => (names.includes(name) ? sources.readFile(name) : Promise.resolve(null)),
    };
    expect((await openKit(onPaper, chosen))?.reports).toEqual(kit.reports);
    expect(await openKit(ofOther, chosen)).toBeNull();
  });

  it('another wallet opens nothing, another patient’s sheet only their own reports', async () => {
    expect(
      await openKit(await keyOfWallet(new Wallet(Wallet.createRandom().privateKey)), sources),
    ).toBeNull();
    expect(await openKit(await keyOfWallet(wallet, 2), sources)).toBeNull();
    const theirs = await openKit(ofOther, sources);
    expect(theirs?.reports).toHaveLength(1);
    expect(pdfs.has(theirs?.reports[0]?.contentHash ?? '')).toBe(false);
    const lent = withFile(keyFileName(theirs?.reports[0]?.objectAddress ?? ''), () => null);
    expect(await openKit(ofOther, lent)).toMatchObject({
      reports: [],
      unopened: [expect.any(String)],
    });
  });

  it('an altered or missing file opens nothing and is named', async () => {
    const { report } = await reportOf(byWallet);
    const { objectAddress } = report;
    const altered = withFile(objectAddress, flipped);
    expect(await openKitReport(report, altered)).toEqual({ outcome: 'altered' });
    const gone = withFile(objectAddress, () => null);
    expect(await openKitReport(report, gone)).toEqual({ outcome: 'missing' });
    for (const replace of [flipped, () => null]) {
      const kit = await openKit(byWallet, withFile(keyFileName(objectAddress), replace));
      expect(kit).toMatchObject({ unopened: [objectAddress], wallets: [] });
      expect(kit?.reports.map(({ contentHash }) => contentHash)).toEqual([sentHash]);
    }
    const own = await openKit(
      byWallet,
      withFile(keyFileName(objectAddress), () => null),
      wallet.address,
    );
    expect(await sealedBy(own?.wallets ?? [])).toContain(sealedHash);
  });

  it('a report whose chain does not answer opens, and is not called compared', async () => {
    const rpc = () => Promise.reject(new Error('away'));
    const { kit } = await reportOf(onPaper, { ...sources, registry: { ...sources.registry, rpc } });
    expect(kit.wallets).toEqual([]);
    expect(kit.reports.map(({ onChain }) => onChain.state)).toEqual(['unknown', 'unknown']);
  });
});
