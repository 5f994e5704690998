/**
 * Runs every analyser that is at hand over the contracts and makes one report of their findings, or
 * compares a deployed registry with the build: `npm run audit:contracts`, with `-- --help` for how.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccepted } from '../contracts/audit/accepted-findings';
import type { Analyser } from '../contracts/audit/analyser';
import { ANALYSERS } from '../contracts/audit/analysers/all';
import { audit } from '../contracts/audit/audit';
import { readCommandLine, type Request } from '../contracts/audit/command-line';
import { VERDICTS, verdictOf } from '../contracts/audit/report/audit-report';
import { describeReport, describeRun } from '../contracts/audit/report/print-report';
import { toJson } from '../contracts/audit/report/to-json';
import { toSarif } from '../contracts/audit/report/to-sarif';
import { contractIn, ourContracts } from '../contracts/audit/target';
import { generateCode } from '../provision/generate-code';

const OUTPUT = '.data/audit';
const WRONG_CALL = 2;
const NOT_WHAT_WAS_BUILT = 3;

/** Progress goes to stderr, so that stdout holds the report alone. */
function printProgress(words: string): void {
  process.stderr.write(words);
}

function chosen(names: readonly string[] | undefined): readonly Analyser[] {
  const unknown = names?.find((name) => !ANALYSERS.some((analyser) => analyser.name === name));
  if (unknown !== undefined) {
    const known = ANALYSERS.map(({ name }) => name).join(', ');
    throw new Error(`There is no analyser "${unknown}"; there are ${known}`);
  }
  return ANALYSERS.filter(({ name }) => names?.includes(name) ?? true);
}

async function runAudit(request: Request & { mode: 'audit' }): Promise<number> {
  const analysers = chosen(request.only);
  const target = request.file === undefined ? ourContracts() : contractIn(request.file);
  const report = await audit(target, analysers, {
    accepted: target.ours ? readAccepted() : [],
    onStart: (title) => printProgress(`▸ ${title} …\n`),
    onEnd: (run) => printProgress(`  ${describeRun(run)} (${run.seconds} s)\n`),
  });
  mkdirSync(OUTPUT, { recursive: true });
  const json = toJson(report);
  writeFileSync(join(OUTPUT, 'report.json'), `${JSON.stringify(json, null, 2)}\n`);
  writeFileSync(join(OUTPUT, 'report.sarif'), `${JSON.stringify(toSarif(report), null, 2)}\n`);
  console.log(request.json ? JSON.stringify(json) : describeReport(report));
  printProgress(`Written to ${OUTPUT}/report.json and ${OUTPUT}/report.sarif\n`);
  return VERDICTS[verdictOf(report)];
}

async function runWatch(request: Request & { mode: 'watch' }): Promise<number> {
  await generateCode();
  // Loaded late: they need what was just generated.
  const { reportRegistryRuntime } = await import('@/generated/report-registry-runtime');
  const { describeWatch, isOurs, watchContract } =
    await import('../contracts/audit/watch/watch-contract');
  const report = await watchContract({ ...request, build: reportRegistryRuntime });
  console.log(request.json ? JSON.stringify(report) : describeWatch(report));
  return isOurs(report) ? 0 : NOT_WHAT_WAS_BUILT;
}

/** The long message of an ethers error holds the node's address, and with it an API key. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'shortMessage' in error ? String(error.shortMessage) : error.message;
}

try {
  const request = readCommandLine(process.argv.slice(2));
  process.exitCode = request.mode === 'watch' ? await runWatch(request) : await runAudit(request);
} catch (error) {
  printProgress(`${explain(error)}\n`);
  process.exitCode = WRONG_CALL;
}
