import { parseArgs } from 'node:util';
import { getAddress } from 'ethers';

const USAGE = `Usage: npm run audit:contracts -- [options]
  --json               print the report as one JSON object
  --only NAMES         only these analysers, by commas
  --target FILE        another contract than ours; nothing is accepted there
  --watch ADDRESS      compare a deployed registry with the build instead, and list role changes
    --rpc URL          through this node
    --since BLOCK      from this block on

Ends with 0 when clean, 1 when something is open, 2 when an analyser failed or the call is wrong,
and, watching, 3 when the deployed code is not what was built.`;

/** What a person asked for. */
export type Request =
  | { mode: 'audit'; json: boolean; only?: readonly string[]; file?: string }
  | { mode: 'watch'; json: boolean; address: string; rpcUrl: string; since: number };

/**
 * Reads the command line.
 * @throws Error with the usage
 */
export function readCommandLine(argv: readonly string[]): Request {
  const { json, only, target, watch, rpc, since } = parse(argv);
  if (watch === undefined) {
    if (rpc !== undefined || since !== undefined) throw new Error(USAGE);
    return {
      mode: 'audit',
      json,
      ...(only !== undefined && { only: only.split(',') }),
      ...(target !== undefined && { file: target }),
    };
  }
  const isMixed = only !== undefined || target !== undefined;
  if (isMixed || rpc === undefined || since === undefined || !/^\d{1,15}$/.test(since)) {
    throw new Error(USAGE);
  }
  return { mode: 'watch', json, address: getAddress(watch), rpcUrl: rpc, since: Number(since) };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean', default: false },
        only: { type: 'string' },
        target: { type: 'string' },
        watch: { type: 'string' },
        rpc: { type: 'string' },
        since: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Error(USAGE, { cause: error });
  }
}
