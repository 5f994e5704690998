import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { runTool } from '../../../provision/run-tool';
import type { Analyser } from '../analyser';
import type { RawFinding } from '../finding';

const viewers = z.record(z.string(), z.number());
const figuresSchema = z.object({
  ours: z.object({ addReport: viewers }),
  paper: z.object({ addReport: viewers }),
  eas: z.object({ attest: viewers }),
  floor: z.object({ addReport: viewers }),
});

/** The figures that were looked at last: `npm run bench:gas -- --update` writes them. */
const SNAPSHOT = 'test/contracts/claims/gas-snapshot.json';

/** What an anchoring may cost at most, by its number of viewers. */
const MOST: Readonly<Record<string, number>> = { 0: 67_000, 2: 91_500 };
/** How far above the least possible it may be, with two viewers. */
const MOST_OVER_FLOOR = 1.08;

/**
 * Compares the figures of `npm run bench:gas -- --json` with what patients were promised, and with the
 * snapshot.
 * @throws when they have another form
 */
export function checkGas(
  json: string,
  snapshot: string,
): { findings: RawFinding[]; facts: string[] } {
  const { ours, paper, eas, floor } = figuresSchema.parse(JSON.parse(json));
  const finding = (message: string, rule = 'gas/above-limit'): RawFinding => ({
    rule,
    severity: 'warning',
    message,
  });
  const expensive = Object.entries(MOST).flatMap(([count, most]) => {
    const cost = ours.addReport[count] ?? Infinity;
    return cost > most
      ? [finding(`addReport with ${count} viewers costs ${cost} gas, and may cost ${most}`)]
      : [];
  });
  const cost = ours.addReport['2'] ?? NaN;
  const ratio = (other: number | undefined) => ((other ?? NaN) / cost).toFixed(2);
  const overFloor = cost / (floor.addReport['2'] ?? NaN);
  const high =
    overFloor <= MOST_OVER_FLOOR
      ? []
      : [
          finding(
            `addReport costs ${overFloor.toFixed(3)} times its floor, and may cost ${MOST_OVER_FLOOR}`,
          ),
        ];
  const isAsBefore = isDeepStrictEqual(JSON.parse(json), JSON.parse(snapshot));
  const moved = isAsBefore
    ? []
    : [finding('The figures are not those of the snapshot', 'gas/not-the-snapshot')];
  return {
    findings: [...expensive, ...high, ...moved],
    facts: [
      `addReport with two viewers: ${cost} gas, ${overFloor.toFixed(3)} × its floor`,
      `the paper's ${ratio(paper.addReport['2'])} ×, EAS ${ratio(eas.attest['2'])} × ours`,
    ],
  };
}

/** The gas bench. */
export const gas: Analyser = {
  name: 'gas',
  title: 'Gas bench',
  run: async (target) => {
    if (!target.ours) return { status: 'not applicable', why: 'The bench measures our registry' };
    const { code, output } = await runTool('scripts/bench/bench-gas.ts', ['--json']);
    const last = output.trim().split('\n').at(-1) ?? '';
    if (code !== 0 || !last.startsWith('{')) return { status: 'failed', why: last };
    return { status: 'done', ...checkGas(last, readFileSync(SNAPSHOT, 'utf8')) };
  },
};
