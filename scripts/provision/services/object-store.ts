import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DataFolder } from '../data-folder';
import { startService, type Service } from './service-process';

/** The only key pair that s3rver's command line accepts. It listens on loopback alone. */
export const OBJECT_STORE_KEY = 'S3RVER';

/** As a bucket has to be for docs/recovery-kit.md. */
const BUCKET_RULES = resolve('scripts/provision/services/open-to-browsers.xml');

/**
 * Starts s3rver, which speaks the S3 API over files.
 * @param options.buckets Created when missing.
 */
export async function startObjectStore(options: {
  data: DataFolder;
  port: number;
  buckets: readonly string[];
  onExit?: ((part: string) => void) | undefined;
}): Promise<Service & { url: string }> {
  const { data, port, buckets } = options;
  const folder = join(data.path, 'objects');
  mkdirSync(folder, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  const service = await startService({
    name: 'object-store',
    part: 'Object store',
    command: process.execPath,
    args: [
      '--no-deprecation',
      // It encrypts the place at which a list of more than 1,000 objects continues with DES.
      '--openssl-legacy-provider',
      resolve('node_modules/s3rver/bin/s3rver.js'),
      `--directory=${folder}`,
      '--address=127.0.0.1',
      `--port=${port}`,
      '--silent',
      '--no-vhost-buckets',
      ...buckets.flatMap((bucket) => ['--configure-bucket', bucket, BUCKET_RULES]),
    ],
    data,
    isReady: async () => (await fetch(url)).status < 500,
    onExit: options.onExit,
  });
  return { url, ...service };
}
