import { describe, expect, it } from 'vitest';
import { claimProcessCall } from './process-calls';

const LIMIT = { calls: 2, minutes: 1 };

describe('claimProcessCall', () => {
  it('refuses a caller beyond the limit, and no other, until the window ends', () => {
    const claim = (caller: string, now: number) => claimProcessCall('test', caller, LIMIT, now);
    claim('one', 0);
    claim('one', 1);
    expect(() => claim('one', 59_999)).toThrow(
      expect.objectContaining({ code: 'too-many-requests' }),
    );
    expect(() => claim('other', 59_999)).not.toThrow();
    expect(() => claim('one', 60_000)).not.toThrow();
  });
});
