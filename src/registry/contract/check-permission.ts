import { hexlify } from 'ethers';
import { z } from 'zod';
import { databaseNow } from '@/platform/database/database-now';
import { unpackPermission } from './pack-permission';
import { askRegistry } from './report-registry';

/**
 * Whether the contract lets a viewer see a report at the latest block. Our own clock must agree that the
 * permission is not over: the time of an idle chain's latest block lags behind.
 * @param words the report's current permission list as we keep it; the contract compares it with its hash
 * @param tag the viewer's commitment, 27 bytes
 * @throws AppError chain-unavailable: access is then denied
 */
export async function checkPermission(
  contentHash: Uint8Array,
  words: readonly string[],
  tag: Uint8Array,
): Promise<boolean> {
  const now = (await databaseNow()).getTime();
  const unexpired = words.map(unpackPermission).some((permission) => {
    const isTheirs = Buffer.compare(permission.tag, tag) === 0;
    return isTheirs && (permission.expiresAt === null || permission.expiresAt.getTime() > now);
  });
  if (!unexpired) return false;
  const [permitted] = await askRegistry('hasPermission', [
    hexlify(contentHash),
    words,
    hexlify(tag),
  ]);
  return z.boolean().parse(permitted);
}
