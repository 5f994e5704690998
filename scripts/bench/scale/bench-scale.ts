/**
 * Measures the pages against a growing database: `npm run bench:scale -- --reports 1000000`, with `--json` for the
 * figures alone. The database stays in `.data/bench-scale` (`--data` names another folder, `--fresh` starts over), so
 * that a run that was stopped is continued by the next one: sizes that it had measured are not measured again. Sizes
 * are the powers of ten from 1,000 up to the number of reports asked for.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDatabase } from '../../commands/migrate-database';
import { deployedContracts } from '../../provision/contracts';
import { claimDataFolder } from '../../provision/data-folder';
import type { Environment } from '../../provision/environment-file';
import { freePorts } from '../../provision/ports';
import { runTool } from '../../provision/run-tool';
import { deploymentRecord, startServices } from '../../provision/services/services';
import { printTable, type SizeFigures } from './print-table';

const SMALLEST = 1_000;

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000000' },
    json: { type: 'boolean' },
    fresh: { type: 'boolean' },
    data: { type: 'string', default: '.data/bench-scale' },
  },
});
const reports = Number(values.reports);
if (!Number.isInteger(reports) || reports < SMALLEST) {
  throw new RangeError(`--reports is a whole number from ${SMALLEST}`);
}
const sizes: number[] = [];
for (let size = SMALLEST; size < reports; size *= 10) sizes.push(size);
sizes.push(reports);

/** Runs one step in a process of its own, with its progress on stderr; its last line is its answer. */
async function step(name: string, size: number, environment: Environment): Promise<string> {
  const { code, output } = await runTool(`scripts/bench/scale/${name}.ts`, [String(size)], {
    environment,
    onOutput: (text) => process.stderr.write(text.replaceAll(/^\{.*\n/gm, '')),
  });
  if (code !== 0) throw new Error(`${name} failed:\n${output}`);
  return output.trim().split('\n').at(-1) ?? '';
}

function readFigures(file: string): [number, SizeFigures][] {
  return JSON.parse(readFileSync(file, 'utf8')) as [number, SizeFigures][];
}

if (values.fresh === true) rmSync(values.data, { recursive: true, force: true });
const data = await claimDataFolder(values.data);
const [web = 0, database = 0, objectStore = 0, smtp = 0, inbox = 0, chain = 0] = await freePorts(6);
const services = await startServices({
  data,
  ports: { web, database, objectStore, smtp, inbox, chain },
  confirmations: 2,
  // Bytes on the disk are not what is measured, and filling is faster.
  throwaway: true,
});
try {
  await migrateDatabase(services.environment['DATABASE_URL'] ?? '', {
    keyring: services.environment['KEYRING'],
  });
  // The chain is new in every run.
  rmSync(deploymentRecord(data), { force: true });
  const contracts = await deployedContracts(services.environment, deploymentRecord(data));
  const environment = { ...services.environment, ...contracts, LOG_LEVEL: 'silent' };
  const file = join(data.path, 'figures.json');
  const figures = new Map<number, SizeFigures>(existsSync(file) ? readFigures(file) : []);
  const measured = Math.max(0, ...figures.keys());
  // A database that is filled further cannot be measured at a smaller size any more.
  for (const size of sizes.filter((each) => each > measured)) {
    await step('fill-database', size, environment);
    figures.set(size, JSON.parse(await step('measure-pages', size, environment)) as SizeFigures);
    writeFileSync(file, JSON.stringify([...figures]));
  }
  if (values.json !== true) printTable(figures);
  const names = Object.keys(figures.get(reports) ?? {});
  const pages = Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(sizes.map((size) => [size, figures.get(size)?.[name]])),
    ]),
  );
  console.log(JSON.stringify({ sizes, pages }));
} finally {
  await services.stop();
  data.release();
}
