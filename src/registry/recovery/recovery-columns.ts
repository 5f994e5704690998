/** The columns of a recovery that is not proposed on the chain. */
export const NO_PROPOSAL = {
  proposer: null,
  proposedAt: null,
  proposedTransaction: null,
  proposedBlock: null,
  proposedBlockHash: null,
  opensAt: null,
  readyMailAt: null,
};

/** The columns of a recovery that nothing has ended on the chain. */
export const NO_END = {
  vetoer: null,
  endedAt: null,
  endedTransaction: null,
  endedBlock: null,
  endedBlockHash: null,
};
