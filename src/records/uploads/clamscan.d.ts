/** clamscan publishes no types; these are of what we use. */
declare module 'clamscan' {
  import type { Readable } from 'node:stream';

  interface Options {
    clamscan: { active: boolean };
    clamdscan: { socket: string; timeout: number; localFallback: boolean; bypassTest: boolean };
    preference: 'clamdscan';
  }
  interface Scanner {
    /** `isInfected` is null when the daemon's answer was not understood. */
    scanStream(stream: Readable): Promise<{ isInfected: boolean | null; viruses: string[] }>;
  }
  const NodeClam: new () => { init(options: Options): Promise<Scanner> };
  export default NodeClam;
}
