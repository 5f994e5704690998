import type { Rpc } from './ask-chain';
import { KitProblem } from './kit-problem';
import type { KitSources } from './open-kit';

/** Without cookies, without our address, and never from a cache. */
const QUIET = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

/**
 * The files of a kit in a bucket that can be read without a log-in.
 * @param address of the bucket, with or without a slash at its end
 */
export function bucketFiles(address: string): Pick<KitSources, 'readFile' | 'names'> {
  const base = address.replace(/\/+$/, '');
  return {
    names: null,
    readFile: async (name) => {
      const response = await fetch(`${base}/${name}`, QUIET).catch((cause: unknown) => {
        throw new KitProblem((t) => t('reports.recoverPage.bucketAway'), cause);
      });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      // A bucket whose list is not public answers 403 for what is not there.
      if (response.status === 404 || response.status === 403) return null;
      throw new KitProblem((t) => t('reports.recoverPage.bucketAway'));
    },
  };
}

/** The files of a kit that a person has chosen on their device. */
export function chosenFiles(files: readonly File[]): Pick<KitSources, 'readFile' | 'names'> {
  const byName = new Map(files.map((file) => [file.name, file]));
  return {
    names: [...byName.keys()],
    readFile: async (name) => {
      const file = byName.get(name);
      return file === undefined ? null : new Uint8Array(await file.arrayBuffer());
    },
  };
}

/** Some nodes search so long that nobody gets an answer. */
const PATIENCE_MS = 30_000;

/** A chain's node that answers JSON-RPC over HTTP. */
export function nodeAt(address: string): Rpc {
  return async (method, params, stop) => {
    const late = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(address, {
      ...QUIET,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: stop === undefined ? late : AbortSignal.any([stop, late]),
    });
    const answer: unknown = await response.json();
    if (answer instanceof Object && 'result' in answer) return answer.result;
    throw new Error('The node refused the request');
  };
}
