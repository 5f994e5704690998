import type { OwnRecovery } from '../../recovery/list-own-recoveries';

/** Where a recovery stands and what its patient can do, in a sentence or two. */
export function recoverySentence(recovery: OwnRecovery): string {
  const { state, phase, requestedAt, vetoedByOldWallet } = recovery;
  const wasAsked = requestedAt !== null;
  switch (state) {
    case 'REQUESTED':
      return 'An administrator looks at your request. When they agree, they propose it on the blockchain, and you are told by e-mail.';
    case 'DECLINED':
      return 'An administrator declined. Nothing was sent to the blockchain, and you can ask again.';
    case 'CANCELLED':
      return 'You took this request back. Nothing was sent to the blockchain.';
    case 'PROPOSED':
      if (recovery.isAskedAnew && phase !== 'waiting' && phase !== 'ready') {
        return 'This one cannot be finished. You have asked again: an administrator looks at your new request.';
      }
      if (phase === 'lapsed') {
        return wasAsked
          ? 'Nobody finished it in time, so it no longer can be. Ask again below under “I lost my wallet”, with the wallet that is connected to your account now; an administrator can also propose this one again.'
          : 'Nobody finished it in time, so it no longer can be. Your reports stay with your wallet.';
      }
      if (phase === 'void') {
        return wasAsked
          ? 'The administration’s wallet that proposed this has lost its right to do so, so it cannot be finished as it is. An administrator proposes it again: the seven days then begin anew, and you are told by e-mail.'
          : 'You did not ask for this here. The wallet that proposed it has lost its right to do so, so the other wallet cannot take over as things are. You can still stop it for good with your wallet.';
      }
      if (phase === 'retired') {
        return 'The wallet that was to take over was itself lost and replaced, so this can no longer be finished. If you have lost your wallet, ask again below under “I lost my wallet”.';
      }
      if (phase === 'ready') {
        if (!wasAsked) {
          return 'You did not ask for this here: whoever has the other wallet, which you did not name, can take over every report of yours now. Until they do, your wallet can still stop it: stop it now. If you no longer have it, ask your administrator at once.';
        }
        return 'Nobody stopped it. Finish it with the new wallet: from then on that wallet governs every report of the lost one.';
      }
      return !wasAsked
        ? 'You did not ask for this here. If you have the wallet that is said to be lost, stop it now.'
        : 'Until the time below it can be stopped with the lost wallet, in case it is not lost after all.';
    case 'VETOED':
      return vetoedByOldWallet
        ? 'It was stopped with the wallet that was said to be lost. Your reports stay with that wallet.'
        : 'An administrator stopped it. Your reports stay with the old wallet.';
    case 'EXECUTED':
      if (!wasAsked) {
        return 'A wallet that you did not name has taken over every report of yours, and whoever has it decides who may see them. Tell your administrator and the clinic that issued your reports at once, and change your password.';
      }
      return 'The new wallet governs every report of the lost one. The lost wallet can do nothing with them any more, forever.';
    case 'REPLACED':
      return 'Another recovery of the same wallet took its place.';
    case 'UNDONE':
      return 'The blockchain has dropped this recovery, which you did not ask for here. Your reports stay with your wallet.';
  }
}
