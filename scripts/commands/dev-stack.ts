import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDatabase } from './migrate-database';
import { deployedContracts } from '../provision/contracts';
import { claimDataFolder } from '../provision/data-folder';
import { writeEnvironmentFile } from '../provision/environment-file';
import { freePorts } from '../provision/ports';
import { reportAndExit } from '../provision/report-and-exit';
import { deploymentRecord, startServices } from '../provision/services/services';
import { untilStopped } from '../provision/until-stopped';

/** Runs the services alone, for work on the application, and writes the environment that fits. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data/dev' },
      'block-ms': { type: 'string' },
    },
  });
  const data = await claimDataFolder(values.data);
  const [web = 0, database = 0, objectStore = 0, smtp = 0, inbox = 0, chain = 0] =
    await freePorts(6);
  const services = await startServices({
    data,
    ports: { web, database, objectStore, smtp, inbox, chain },
    confirmations: 2,
    throwaway: false,
    blockMs: Number(values['block-ms'] ?? 2_000),
    onRestart: (line) => console.error(`${line} See ${data.path}/logs.`),
  });
  await migrateDatabase(services.environment['DATABASE_URL'] ?? '', {
    keyring: services.environment['KEYRING'],
  });
  const contracts = existsSync('src/generated/report-registry.ts')
    ? await deployedContracts(services.environment, deploymentRecord(data))
    : {};
  const file = join(data.path, 'env');
  writeEnvironmentFile(file, { ...services.environment, ...contracts });
  console.log(`Services are up. Environment: ${file}\nMails: ${services.inboxUrl}\nCtrl-C stops.`);

  await untilStopped();
  await services.stop();
  data.release();
}

await main().catch(reportAndExit);
process.exit(0);
