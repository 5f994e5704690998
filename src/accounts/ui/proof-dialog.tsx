'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { OwnFactors } from '@/accounts/factors/own-factors';
import type { SentProof } from '@/accounts/factors/factor-proof';
import { LateModal } from '@/components/feedback/late-modal';
import { callApi, NO_ANSWER, onProofNeeded, problemMessage } from '@/platform/http/call-api';
import { loadPatiently } from '@/messages/load-patiently';

/** Comes with the first call that needs it: most visits do not. */
const ProofQuestion = dynamic(
  async () => (await loadPatiently(() => import('./proof-question'))).ProofQuestion,
  { ssr: false },
);

/** Above every other dialog, one of which may have made the call that needs the proof. */
const Z_INDEX = 300;

/**
 * Asks who the person is whenever a call of this page needs a fresh proof, and lets the call go on: by a second
 * factor where the account has one, else by the password.
 */
export function ProofDialog({ demo }: { demo: boolean }) {
  const t = useTranslations();
  const [opened, setOpened] = useState(false);
  const [factors, setFactors] = useState<OwnFactors | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const waiting = useRef<((given: boolean) => void)[]>([]);

  useEffect(
    () =>
      onProofNeeded(() => {
        setOpened(true);
        setFactors(null);
        setFailure(null);
        callApi('GET', '/api/accounts/factors', loadOwnFactors).then(setFactors, (error: unknown) =>
          setFailure(problemMessage(error, t)),
        );
        // Several calls at once wait for one answer.
        return new Promise((resolve) => waiting.current.push(resolve));
      }),
    [t],
  );

  function end(given: boolean) {
    setOpened(false);
    for (const resolve of waiting.current.splice(0)) resolve(given);
  }

  async function prove(proof: SentProof) {
    await callApi('POST', '/api/accounts/proofs', NO_ANSWER, proof);
    end(true);
  }

  return (
    <LateModal
      opened={opened}
      onClose={() => end(false)}
      title={t('accounts.proofDialog.title')}
      zIndex={Z_INDEX}
    >
      <ProofQuestion
        factors={factors}
        failure={failure}
        demo={demo}
        onProof={prove}
        onCancel={() => end(false)}
      />
    </LateModal>
  );
}

async function loadOwnFactors() {
  return (await import('@/accounts/factors/own-factors')).ownFactors;
}
