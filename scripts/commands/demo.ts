import { DEMO_APP_KEY, DEMO_PEOPLE } from '../demo/demo-people';
import { migrateDatabase } from './migrate-database';
import { startApplication } from '../provision/application';
import { buildApplication } from '../provision/build-application';
import { deployedContracts } from '../provision/contracts';
import { claimDataFolder, type DataFolder } from '../provision/data-folder';
import { writeEnvironmentFile } from '../provision/environment-file';
import { generateCode } from '../provision/generate-code';
import { fixedPort } from '../provision/ports';
import { step } from '../provision/progress';
import { reportAndExit } from '../provision/report-and-exit';
import { mustRun, stopTools } from '../provision/run-tool';
import type { Service } from '../provision/services/service-process';
import { deploymentRecord, startServices, type Services } from '../provision/services/services';
import { untilStopped } from '../provision/until-stopped';

/** The demonstration keeps everything here; delete the folder to start from scratch. */
const DATA = '.data/demo';
/** Ethereum's pace, a little hurried. */
const BLOCK_MS = 4_000;

async function start(data: DataFolder, running: Service[]): Promise<Services> {
  const onRestart = (line: string) => console.error(`\n${line} See ${DATA}/logs.`);
  const ports = {
    web: await fixedPort('Web application', 'DEMO_WEB_PORT', 3000),
    inbox: await fixedPort('Mail inbox', 'DEMO_INBOX_PORT', 1080),
    smtp: await fixedPort('Mail server', 'DEMO_SMTP_PORT', 1025),
    chain: await fixedPort('Chain', 'DEMO_CHAIN_PORT', 8545),
    objectStore: await fixedPort('Object store', 'DEMO_S3_PORT', 4568),
    database: await fixedPort('MariaDB', 'DEMO_DATABASE_PORT', 33_306),
  };
  const services = await step('Database, object store, mail server, chain', () =>
    startServices({
      data,
      ports,
      blockMs: BLOCK_MS,
      confirmations: 2,
      throwaway: false,
      onRestart,
    }),
  );
  running.push(services);
  await step('Database schema', () =>
    migrateDatabase(services.environment['DATABASE_URL'] ?? '', {
      keyring: services.environment['KEYRING'],
    }),
  );
  await step('Generated code', generateCode);
  const environment = await step('Contracts', async () => ({
    ...services.environment,
    // A chain of an hour's age has no fee history to learn from.
    FEE_SOURCE: 'simulated',
    ...(await deployedContracts(services.environment, deploymentRecord(data))),
  }));
  writeEnvironmentFile(`${data.path}/env`, environment);
  await step('Demo people and reports', () =>
    mustRun('scripts/demo/seed-demo.ts', [], environment),
  );
  await step('Build (the first takes a minute or two)', () => buildApplication('demo'));
  running.push(
    await step('Web application and worker', () =>
      startApplication({ data, kind: 'demo', environment, onRestart }),
    ),
  );
  return services;
}

function printAddresses({ environment, inboxUrl }: Services): void {
  const rows: string[][] = [
    ['Application', environment['APP_URL'] ?? ''],
    ['Every mail', inboxUrl],
    ['Chain', `${environment['CHAIN_RPC_URL'] ?? ''} (chain id 31337, blocks every 4 s)`],
    ['Logs', `${DATA}/logs`],
    [],
    ...DEMO_PEOPLE.map(({ role, name, email, password }) => [
      role.charAt(0) + role.slice(1).toLowerCase(),
      `${email}   ${password}   ${name}`,
    ]),
    [
      'Second step',
      `A button on the page types the code. Or add the key ${DEMO_APP_KEY} to an authenticator app.`,
    ],
    [],
    [
      'Demo wallet',
      'Its account “Administrator” holds the administrator’s rights on the contract.',
    ],
  ];
  const lines = rows.map(([what = '', where = '']) => `  ${what.padEnd(13)}${where}`.trimEnd());
  console.log(`\n${lines.join('\n')}\n\nCtrl-C stops everything; the data stays in ${DATA}.`);
}

async function main(): Promise<void> {
  const stopped = untilStopped();
  console.log('MedAnchor demo');
  const data = await claimDataFolder(DATA);
  const running: Service[] = [];
  try {
    const services = await Promise.race([start(data, running), stopped]);
    if (services !== undefined) printAddresses(services);
    await stopped;
    console.log('\nStopping …');
  } finally {
    stopTools();
    // The application first, then what it stands on.
    for (const part of running.reverse()) await part.stop();
    data.release();
  }
}

await main().catch(reportAndExit);
process.exit(0);
