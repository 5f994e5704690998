import { rmSync } from 'node:fs';
import { migrateDatabase } from '../commands/migrate-database';
import { deployedContracts } from '../provision/contracts';
import { freePorts } from '../provision/ports';
import { runTool } from '../provision/run-tool';
import { claimScratchFolder } from '../provision/scratch-folder';
import { deploymentRecord, startServices } from '../provision/services/services';

/**
 * Runs a measuring program on real services of its own (database, object store, chain, mail), which are removed with
 * all their data afterwards.
 * @param name of the bench, for its folder
 * @param program a script of ours, whose output is passed on; its last line is one JSON object
 * @param wayToMail gives the program another address of the mail server
 */
export async function runOnScratchSystem(
  name: string,
  program: string,
  wayToMail: (smtpUrl: string) => string | Promise<string> = (smtpUrl) => smtpUrl,
): Promise<void> {
  const data = await claimScratchFolder(name);
  const [web = 0, database = 0, objectStore = 0, smtp = 0, inbox = 0, chain = 0] =
    await freePorts(6);
  const services = await startServices({
    data,
    ports: { web, database, objectStore, smtp, inbox, chain },
    confirmations: 2,
    throwaway: false,
  });
  try {
    await migrateDatabase(services.environment['DATABASE_URL'] ?? '');
    const contracts = await deployedContracts(services.environment, deploymentRecord(data));
    const SMTP_URL = await wayToMail(services.environment['SMTP_URL'] ?? '');
    const { code } = await runTool(program, process.argv.slice(2), {
      environment: { ...services.environment, ...contracts, SMTP_URL, LOG_LEVEL: 'silent' },
      onOutput: (text) => process.stdout.write(text),
    });
    process.exitCode = code;
  } finally {
    await services.stop();
    rmSync(data.path, { recursive: true, force: true });
  }
}
