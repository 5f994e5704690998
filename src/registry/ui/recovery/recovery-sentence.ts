import type { Sentence } from '@/messages/translator';
import type { OwnRecovery } from '../../recovery/list-own-recoveries';

/** The state of a recovery and what its patient can do, in a sentence or two. */
export function recoverySentence(recovery: OwnRecovery): Sentence {
  const { state, requestedAt, vetoedByOldWallet } = recovery;
  const asked = requestedAt === null ? 'unasked' : 'asked';
  switch (state) {
    case 'REQUESTED':
    case 'DECLINED':
    case 'CANCELLED':
    case 'REPLACED':
    case 'UNDONE':
      return (t) => t(`registry.recoverySentence.${state}`);
    case 'PROPOSED':
      return proposedSentence(recovery, asked);
    case 'VETOED':
      return vetoedByOldWallet
        ? (t) => t('registry.recoverySentence.vetoedByOldWallet')
        : (t) => t('registry.recoverySentence.vetoedByAdministrator');
    case 'EXECUTED':
      return (t) => t(`registry.recoverySentence.executed.${asked}`);
  }
}

function proposedSentence(
  { phase, isAskedAnew }: OwnRecovery,
  asked: 'asked' | 'unasked',
): Sentence {
  if (isAskedAnew && phase !== 'waiting' && phase !== 'ready') {
    return (t) => t('registry.recoverySentence.askedAgain');
  }
  if (phase === 'retired') return (t) => t('registry.recoverySentence.retired');
  const known = phase ?? 'waiting';
  return (t) => t(`registry.recoverySentence.${known}.${asked}`);
}
