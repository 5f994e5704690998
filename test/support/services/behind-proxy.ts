import { afterAll } from 'vitest';
import { startBreakableProxy, type BreakableProxy } from './breakable-proxy';

/**
 * Leads the application, in the file that calls this, to a service through a proxy that its tests can cut. To be
 * called before the environment is read for the first time.
 * @param name of the environment variable with the service's address
 */
export async function behindProxy(
  name: 'CHAIN_RPC_URL' | 'DATABASE_URL' | 'S3_ENDPOINT' | 'SMTP_URL',
): Promise<BreakableProxy> {
  const target = process.env[name] ?? '';
  const proxy = await startBreakableProxy(target);
  // User, password and database stay.
  process.env[name] = target.replace(new URL(target).host, new URL(proxy.url).host);
  afterAll(() => proxy.close());
  return proxy;
}
