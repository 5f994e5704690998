import { rmSync } from 'node:fs';
import { startApplication } from '../../../scripts/provision/application';
import { buildApplication } from '../../../scripts/provision/build-application';
import { deployedContracts } from '../../../scripts/provision/contracts';
import { generateCode } from '../../../scripts/provision/generate-code';
import { migrateDatabase } from '../../../scripts/commands/migrate-database';
import { freePorts } from '../../../scripts/provision/ports';
import { claimScratchFolder } from '../../../scripts/provision/scratch-folder';
import type { Service } from '../../../scripts/provision/services/service-process';
import { deploymentRecord, startServices } from '../../../scripts/provision/services/services';
import { startServiceSwitches } from './service-switch';

const BLOCK_MS = 500;
/** A journey waits for a mail or a confirmation at nearly every step. */
const WORKER_POLL_MS = 200;

/**
 * Starts the real production build, its worker and all services on free ports, and gives the tests
 * where through the environment. The application's ways to them can be cut; the
 * tests' own cannot.
 */
export default async function startSystem(): Promise<() => Promise<void>> {
  const data = await claimScratchFolder('test-e2e');
  const running: Service[] = [];
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
    rmSync(data.path, { recursive: true, force: true });
  };
  try {
    await generateCode();
    await buildApplication('test');
    const [web = 0, database = 0, objectStore = 0, smtp = 0, inbox = 0, chain = 0] =
      await freePorts(6);
    const services = await startServices({
      data,
      ports: { web, database, objectStore, smtp, inbox, chain },
      blockMs: BLOCK_MS,
      confirmations: 2,
      throwaway: true,
    });
    running.push(services);
    await migrateDatabase(services.environment['DATABASE_URL'] ?? '');
    const contracts = await deployedContracts(services.environment, deploymentRecord(data));
    const environment = { ...services.environment, ...contracts };

    const switches = await startServiceSwitches(environment);
    running.push(switches);
    running.push(
      await startApplication({
        data,
        kind: 'test',
        // Whatever the application could ever log, so that a test can look for what it must not.
        environment: {
          ...environment,
          ...switches.environment,
          WORKER_POLL_MS: String(WORKER_POLL_MS),
          LOG_LEVEL: 'debug',
          // Tests call from networks that they name themselves.
          TRUSTED_PROXIES: '1',
        },
      }),
    );
    Object.assign(process.env, environment, {
      LOG_LEVEL: 'silent',
      SERVICE_SWITCH_URL: switches.switchUrl,
      SYSTEM_DATA: data.path,
    });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
