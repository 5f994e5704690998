'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { CODE_PAUSE_MS } from '../../guest-limits';
import { useSecondsLeft } from './use-seconds-left';

/** Asks for another code, once a minute has passed since the last. Mount it anew for each code. */
export function ResendCode({ busy, onAsk }: { busy: boolean; onAsk: () => void }) {
  const [from] = useState(() => new Date(Date.now() + CODE_PAUSE_MS).toISOString());
  const left = useSecondsLeft(from);
  return (
    <Button variant="subtle" disabled={busy || left > 0} onClick={onAsk}>
      {left > 0 ? `Send another code (in ${left} s)` : 'Send another code'}
    </Button>
  );
}
