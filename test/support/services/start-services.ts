import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startChain } from '../../../scripts/provision/services/chain';
import { deployedContracts } from '../../../scripts/provision/contracts';
import type { Environment } from '../../../scripts/provision/environment-file';
import { freePorts } from '../../../scripts/provision/ports';
import { claimScratchFolder } from '../../../scripts/provision/scratch-folder';
import type { Service } from '../../../scripts/provision/services/service-process';
import { startServices } from '../../../scripts/provision/services/services';
import { layTemplate, type Schema } from './worker-database';

/** What each worker gets: its environment, by the worker's number, which counts from 1. */
type WorkerEnvironments = Record<string, Record<string, string>>;

declare module 'vitest' {
  interface ProvidedContext {
    workerEnvironments: WorkerEnvironments;
    schema: Schema;
  }
}

/** Starts the real services once for all test files, on free ports and in a folder of their own. */
export default async function startForTests(project: TestProject): Promise<() => Promise<void>> {
  const data = await claimScratchFolder('test-vitest');
  const running: Service[] = [];
  const stop = async () => {
    await Promise.all(running.map((part) => part.stop()));
    rmSync(data.path, { recursive: true, force: true });
  };
  try {
    const workers = project.vitest.config.maxWorkers;
    const [web = 0, database = 0, objectStore = 0, smtp = 0, inbox = 0, chain = 0, ...moreChains] =
      await freePorts(5 + workers);
    const services = await startServices({
      data,
      ports: { web, database, objectStore, smtp, inbox, chain },
      confirmations: 2,
      throwaway: true,
    });
    running.push(services);
    project.provide('schema', await layTemplate(services.environment['DATABASE_URL'] ?? ''));

    const workerEnvironments: WorkerEnvironments = {};
    for (const [index, port] of [chain, ...moreChains].entries()) {
      const worker = String(index + 1);
      const environment: Environment = {
        ...services.environment,
        LOG_LEVEL: 'silent',
        // What waits this long is tested where it is written; hundreds of refused log-ins need not.
        MIN_ANSWER_MS: '1',
      };
      // The chain's own word: tests reorganise blocks that are not final.
      environment['CHAIN_FINALITY_BLOCKS'] = '';
      if (index > 0) {
        const another = await startChain({ name: `chain-${worker}`, data, port, keep: false });
        running.push(another);
        environment['CHAIN_RPC_URL'] = another.url;
      }
      const record = join(data.path, `deployment-${worker}.json`);
      const contracts = await deployedContracts(environment, record);
      workerEnvironments[worker] = { ...environment, ...contracts };
    }
    project.provide('workerEnvironments', workerEnvironments);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
