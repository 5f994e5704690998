import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DataFolder } from '../data-folder';
import { startService, type Service } from './service-process';

/** Starts maildev: an SMTP server that keeps every mail, with a web inbox (and `/email` as JSON). */
export async function startMailServer(options: {
  data: DataFolder;
  smtpPort: number;
  inboxPort: number;
  onExit?: ((part: string) => void) | undefined;
}): Promise<Service & { smtpUrl: string; inboxUrl: string }> {
  const { data, smtpPort, inboxPort } = options;
  const folder = join(data.path, 'mail');
  mkdirSync(folder, { recursive: true });
  const inboxUrl = `http://127.0.0.1:${inboxPort}`;
  const service = await startService({
    name: 'mail-server',
    part: 'Mail server',
    command: process.execPath,
    args: [
      '--no-deprecation',
      resolve('node_modules/maildev/bin/maildev'),
      '--ip=127.0.0.1',
      '--web-ip=127.0.0.1',
      `--smtp=${smtpPort}`,
      `--web=${inboxPort}`,
      `--mail-directory=${folder}`,
      '--silent',
    ],
    data,
    isReady: async () => (await fetch(`${inboxUrl}/healthz`)).ok,
    onExit: options.onExit,
  });
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, inboxUrl, ...service };
}
