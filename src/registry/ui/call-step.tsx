'use client';

import { Stack } from '@mantine/core';
import type { ChainProfile } from '../chain-profile';
import { CallWatch } from './call-watch';
import { useChainCall } from './use-chain-call';
import { useQuote } from './use-quote';
import { WalletConfirm } from './wallet-confirm';

interface CallStepProps {
  /** The route that composes the call; its price is quoted below it. */
  path: string;
  body: Record<string, unknown>;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** What the button says, the verb first. */
  verb: string;
  /** Something has to be answered first. */
  blocked?: boolean;
  /** It cannot be undone. */
  destructive?: boolean;
  /** What is reached when it is confirmed, as a sentence. */
  done: string;
  onDone: () => void;
}

/** A call of the contract by the person's own wallet: price, wallet, and then how far it is. */
export function CallStep(props: CallStepProps) {
  const { path, body, account, chain, done, onDone } = props;
  const { phase, hash, run, reset } = useChainCall({ path, body, account, chain });
  const price = useQuote(`${path}/quote`, body);
  return (
    <Stack gap="md">
      {hash === null ? (
        <WalletConfirm
          price={price}
          account={account}
          chain={chain}
          verb={props.verb}
          blocked={props.blocked ?? false}
          destructive={props.destructive ?? false}
          phase={phase}
          onGo={(provider) => void run(provider)}
        />
      ) : (
        <CallWatch hash={hash} done={done} onDone={onDone} onAgain={reset} />
      )}
    </Stack>
  );
}
