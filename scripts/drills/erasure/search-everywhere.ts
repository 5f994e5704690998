import { chainRpc } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { getObject, listNames } from '@/vault/object-store';
import { dumpDatabase } from '../../backup/dump-database';

/** How many of some words were found in each place. */
export interface FoundMarks {
  dump: number;
  objects: number;
  chain: number;
  logs: number;
}

/**
 * Searches a dump of the database, every object of the store, every transaction and log of the chain, and logs for words,
 * as text and as the hexadecimal digits of their bytes, in which a dump writes binary columns.
 * @param logs of the processes that ran
 */
export async function searchEverywhere(
  marks: readonly string[],
  logs: string,
): Promise<FoundMarks> {
  const forms = marks.flatMap((mark) => [mark, Buffer.from(mark).toString('hex')]);
  const count = (text: string) => {
    const lower = text.toLowerCase();
    return forms.filter((form) => lower.includes(form)).length;
  };
  return {
    dump: count(await textOf(dumpDatabase(env().DATABASE_URL))),
    objects: await countInObjects(count),
    chain: count(await textOfChain()),
    logs: count(logs),
  };
}

async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function countInObjects(count: (text: string) => number): Promise<number> {
  let found = 0;
  for await (const name of listNames('')) {
    const bytes = Buffer.from((await getObject(name)) ?? []);
    found += count(`${name} ${bytes.toString('latin1')}`);
  }
  return found;
}

async function textOfChain(): Promise<string> {
  const rpc = chainRpc();
  const head = await rpc.getBlockNumber();
  const numbers = Array.from({ length: head + 1 }, (_, number) => `0x${number.toString(16)}`);
  // Sent by ethers in batches.
  const blocks = await Promise.all(
    numbers.map((number): Promise<unknown> => rpc.send('eth_getBlockByNumber', [number, true])),
  );
  const logs = await rpc.getLogs({ fromBlock: 0, toBlock: head });
  return JSON.stringify([blocks, logs]);
}
