import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import { z } from 'zod';
import { env } from '@/platform/env';
import { dumpDatabase } from '../../../scripts/backup/dump-database';
import { chain } from '../../support/chain/test-chain';
import type { Haystack } from './scan';

const blockSchema = z.object({
  transactions: z.array(z.object({ hash: z.string(), input: z.string() })),
});
const logsSchema = z.array(
  z.object({ transactionHash: z.string(), topics: z.array(z.string()), data: z.string() }),
);
const dumpSchema = z.object({
  accounts: z.record(z.string(), z.object({ storage: z.record(z.string(), z.string()) })),
});

/** The calldata of every transaction that the chain has. */
export async function calldata(): Promise<Haystack[]> {
  const head = await chain().getBlockNumber();
  const found: Haystack[] = [];
  for (let block = 0; block <= head; block += 1) {
    const answer: unknown = await chain().send('eth_getBlockByNumber', [hex(block), true]);
    for (const { hash, input } of blockSchema.parse(answer).transactions) {
      found.push({ name: `calldata of ${hash}`, bytes: unhex(input) });
    }
  }
  return found;
}

/** Every log that the chain has. */
export async function logs(): Promise<Haystack[]> {
  const answer: unknown = await chain().send('eth_getLogs', [{ fromBlock: '0x0' }]);
  return logsSchema.parse(answer).map(({ transactionHash, topics, data }) => ({
    name: `log of ${transactionHash}`,
    bytes: Buffer.concat([...topics, data].map(unhex)),
  }));
}

/** The storage of every contract, slot after slot, so that what spans several slots is whole. */
export async function storage(): Promise<Haystack[]> {
  const dump = z.string().parse(await chain().send('anvil_dumpState', []));
  const state: unknown = JSON.parse(gunzipSync(unhex(dump)).toString('utf8'));
  return Object.entries(dumpSchema.parse(state).accounts).map(([address, account]) => ({
    name: `storage of ${address}`,
    bytes: Buffer.concat(
      Object.entries(account.storage)
        .sort(([one], [other]) => (BigInt(one) < BigInt(other) ? -1 : 1))
        .map(([, value]) => unhex(value)),
    ),
  }));
}

/** The whole database, as a backup of it would be: bytes in hex. */
export async function databaseDump(): Promise<Haystack[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of dumpDatabase(env().DATABASE_URL)) chunks.push(chunk);
  return [{ name: 'the database', bytes: Buffer.concat(chunks) }];
}

/** Every file of the object store, its name included. */
export function objects(): Haystack[] {
  return filesIn(join(systemData(), 'objects'));
}

/** What the application, its worker and every service have logged. */
export function serviceLogs(): Haystack[] {
  return filesIn(join(systemData(), 'logs'));
}

/** Begins to note every address that a browser asks for, with the headers that name another one. */
export function noteAddresses(context: BrowserContext): () => Haystack {
  const noted: string[] = [];
  context.on('request', (request) => {
    noted.push(request.method(), request.url(), request.headers()['referer'] ?? '');
  });
  context.on('page', (page) => page.on('framenavigated', (frame) => noted.push(frame.url())));
  return () => ({ name: 'addresses', bytes: Buffer.from(noted.join('\n')) });
}

function filesIn(folder: string): Haystack[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      name: path,
      bytes: Buffer.concat([Buffer.from(`${path}\n`), readFileSync(path)]),
    }));
}

function systemData(): string {
  const folder = process.env['SYSTEM_DATA'];
  if (folder === undefined) throw new Error('SYSTEM_DATA names no folder');
  return folder;
}

function hex(number: number): string {
  return `0x${number.toString(16)}`;
}

function unhex(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex');
}
