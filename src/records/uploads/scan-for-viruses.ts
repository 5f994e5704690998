import { Readable } from 'node:stream';
import NodeClam from 'clamscan';
import { env } from '@/platform/env';
import { MINUTE_MS } from '@/platform/time/durations';

/** What ClamAV says; `not-scanned` where the deployer has set up none. */
export type ScanVerdict = 'clean' | 'infected' | 'not-scanned';

/**
 * Has ClamAV's daemon look at a file.
 * @throws Error when it is set up and does not answer: the check is tried again later
 */
export async function scanForViruses(file: Uint8Array): Promise<ScanVerdict> {
  const { CLAMD_SOCKET: socket } = env();
  if (socket === undefined) return 'not-scanned';
  const scanner = await new NodeClam().init({
    clamscan: { active: false },
    clamdscan: { socket, timeout: MINUTE_MS, localFallback: false, bypassTest: true },
    preference: 'clamdscan',
  });
  const { isInfected } = await scanner.scanStream(Readable.from([Buffer.from(file)]));
  if (isInfected === null) throw new Error('The answer of clamd is not understood');
  return isInfected ? 'infected' : 'clean';
}
