import { rmSync } from 'node:fs';
import { migrateDatabase } from '../commands/migrate-database';
import { startWeb } from '../provision/application';
import { buildApplication } from '../provision/build-application';
import { deployedContracts } from '../provision/contracts';
import { freePorts } from '../provision/ports';
import { step } from '../provision/progress';
import { runTool } from '../provision/run-tool';
import { claimScratchFolder } from '../provision/scratch-folder';
import type { Service } from '../provision/services/service-process';
import { deploymentRecord, startServices } from '../provision/services/services';

interface SystemOptions {
  /** Gives the program another address of the mail server. */
  wayToMail?: (smtpUrl: string) => string | Promise<string>;
  /** Builds and starts the application, too, at APP_URL. */
  withApplication?: boolean;
  /** URL of a node whose chain is continued. */
  chainPast?: string;
}

/**
 * Runs a measuring program on real services of its own (database, object store, chain, mail), which are removed with
 * all their data afterwards.
 * @param name of the bench, for its folder
 * @param program a script of ours, whose output is passed on; its last line is one JSON object
 */
export async function runOnScratchSystem(
  name: string,
  program: string,
  { wayToMail = (smtpUrl) => smtpUrl, withApplication = false, chainPast }: SystemOptions = {},
): Promise<void> {
  const data = await claimScratchFolder(name);
  const [web = 0, database = 0, objectStore = 0, smtp = 0, inbox = 0, chain = 0] =
    await freePorts(6);
  const services = await startServices({
    data,
    ports: { web, database, objectStore, smtp, inbox, chain },
    confirmations: 2,
    throwaway: false,
    chainPast,
  });
  const running: Service[] = [services];
  try {
    await migrateDatabase(services.environment['DATABASE_URL'] ?? '', {
      keyring: services.environment['KEYRING'],
    });
    const contracts = await deployedContracts(services.environment, deploymentRecord(data));
    const SMTP_URL = await wayToMail(services.environment['SMTP_URL'] ?? '');
    const environment = { ...services.environment, ...contracts, SMTP_URL };
    if (withApplication) {
      await step('Build', () => buildApplication('test'));
      running.push(await startWeb({ data, kind: 'test', environment, port: web }));
    }
    const { code } = await runTool(program, process.argv.slice(2), {
      environment: { ...environment, LOG_LEVEL: 'silent' },
      onOutput: (text) => process.stdout.write(text),
    });
    process.exitCode = code;
  } finally {
    for (const part of running.toReversed()) await part.stop();
    rmSync(data.path, { recursive: true, force: true });
  }
}
